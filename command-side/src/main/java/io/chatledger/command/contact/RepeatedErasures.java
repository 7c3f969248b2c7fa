package io.chatledger.command.contact;

import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.problem.DomainProblem;
import org.springframework.stereotype.Component;

/** Forgets a person once more, whom a restored backup may have brought back. */
@Component
public class RepeatedErasures {

    private static final String REASON = "forgotten before this backup was restored";

    private final Erasure erasure;

    RepeatedErasures(Erasure erasure) {
        this.erasure = erasure;
    }

    /** @return whether there was something to forget; not where they are forgotten already, or were not known yet */
    public boolean erase(ContactId contact) {
        try {
            return erasure.carryOut(contact, REASON, Origin.of(contact.tenant(), Actor.SYSTEM));
        } catch (DomainProblem unknown) {
            if (unknown.kind() == DomainProblem.Kind.NOT_FOUND) {
                return false;
            }
            throw unknown;
        }
    }
}
