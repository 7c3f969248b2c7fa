package io.chatledger.command.contact;

import io.chatledger.command.Commands;
import io.chatledger.kernel.contact.ContactCommand.ListContacts;
import io.chatledger.kernel.contact.ContactCommand.UnmergeContact;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.problem.DomainProblem;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Forgets a person once more, whom a restored backup may have brought back. Whom the history merges with somebody who was
 * not forgotten is taken apart first: they had turned out to be two before one of them was.
 */
@Component
public class RepeatedErasures {

    private static final String REASON = "forgotten before this backup was restored";

    private final Commands commands;
    private final Erasure erasure;
    private final InstantSource clock;

    RepeatedErasures(Commands commands, Erasure erasure, InstantSource clock) {
        this.commands = commands;
        this.erasure = erasure;
        this.clock = clock;
    }

    /**
     * @param forgotten all contacts that ever were; nobody else is
     * @return whether there was something to forget; not where they are forgotten already, or were not known yet
     */
    public boolean erase(ContactId contact, Set<ContactId> forgotten) {
        Origin origin = Origin.of(contact.tenant(), Actor.SYSTEM);
        try {
            part(contact, forgotten, origin);
            return erasure.carryOut(contact, REASON, origin);
        } catch (DomainProblem unknown) {
            if (unknown.kind() == DomainProblem.Kind.NOT_FOUND) {
                return false;
            }
            throw unknown;
        }
    }

    private void part(ContactId contact, Set<ContactId> forgotten, Origin origin) {
        for (Optional<ContactId> other = other(contact, forgotten, origin);
                other.isPresent();
                other = other(contact, forgotten, origin)) {
            ContactId survivor = person(contact, origin).getFirst();
            try {
                commands.send(new UnmergeContact(survivor, other.get(), clock.instant()), origin);
            } catch (DomainProblem refused) {
                if (refused.code().equals("person-erased")) {
                    return; // They were one when they were forgotten, of which the list tells only half.
                }
                throw refused;
            }
        }
    }

    /** Who was merged into somebody whose lot is another one's; of several the first, with whom others may go. */
    private Optional<ContactId> other(ContactId contact, Set<ContactId> forgotten, Origin origin) {
        List<ContactId> person = person(contact, origin);
        boolean survivor = forgotten.contains(person.getFirst());
        return person.stream()
                .filter(each -> forgotten.contains(each) != survivor)
                .findFirst();
    }

    private List<ContactId> person(ContactId contact, Origin origin) {
        return commands.send(new ListContacts(contact), origin);
    }
}
