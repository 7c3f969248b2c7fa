package io.chatledger.command.contact;

import static io.chatledger.command.contact.People.NOW;
import static io.chatledger.command.contact.People.phone;
import static io.chatledger.command.contact.People.user;
import static io.chatledger.command.contact.People.username;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.problem.DomainProblem;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether anything is known to which an answer can go. */
class ReachableTest {

    private final People people = new People();

    @AfterEach
    void end() {
        people.close();
    }

    @Test
    void whoseOnlyNumberIsSomebodyElsesByNowIsNotWrittenTo() {
        ContactId former = people.writes(phone("56911110001"), username("maria"));
        people.receives(former, "wamid.1", NOW);
        ContactId mover = people.writes(user("CL.1"), phone("56911110002"));
        assertThat(people.writes(user("CL.1"), phone("56911110001"))).isEqualTo(mover);
        assertThatThrownBy(() -> people.send(former, NOW)).isInstanceOfSatisfying(DomainProblem.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("no-address");
            assertThat(refusal.kind()).isEqualTo(DomainProblem.Kind.CONFLICT);
        });
        assertThat(people.side.events(MessageQueued.class)).isEmpty();
    }

    @Test
    void whoHasAUserIdLeftIsWrittenTo() {
        ContactId former = people.writes(user("CL.2"), phone("56911110001"));
        people.receives(former, "wamid.1", NOW);
        people.writes(user("CL.1"), phone("56911110001"));
        people.send(former, NOW);
        assertThat(people.side.events(MessageQueued.class)).hasSize(1);
    }

    @Test
    void whatForbidsItAnywayIsToldFirst() {
        ContactId former = people.writes(phone("56911110001"));
        people.receives(former, "wamid.1", NOW);
        people.moves(List.of(phone("56911110001")), List.of(phone("56911110002")));
        people.erases(former);
        assertThatThrownBy(() -> people.send(former, NOW))
                .isInstanceOfSatisfying(
                        DomainProblem.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("person-erased"));
    }
}
