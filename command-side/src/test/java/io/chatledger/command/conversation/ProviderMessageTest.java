package io.chatledger.command.conversation;

import static io.chatledger.command.conversation.Talk.NOON;
import static io.chatledger.command.conversation.Talk.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.kernel.conversation.ConversationCommand.ReportStatus;
import io.chatledger.kernel.conversation.ConversationEvent.MessageIdentified;
import io.chatledger.kernel.conversation.ConversationEvent.StatusReported;
import io.chatledger.kernel.conversation.ReportedStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderMessageTest {

    private static final String WAMID = "wamid.out";
    private static final List<ReportedStatus> LIFE = List.of(
            status("sent", NOON),
            status("delivered", NOON.plusSeconds(1)),
            status("read", NOON.plusSeconds(2)),
            status("played", NOON.plusSeconds(2)));

    private final CommandSide side =
            new CommandSide(new ConversationConfiguration(new Aggregates(), tenant -> List.of()));

    @AfterEach
    void end() {
        side.close();
    }

    @Test
    void keepsAStatusOfAMessageNobodyHasHeardOf() {
        assertThat(report(LIFE.getFirst())).isEqualTo(Received.STORED);
        assertThat(side.events(StatusReported.class))
                .containsExactly(
                        new StatusReported(key(WAMID), Talk.CHANNEL, Talk.ENDPOINT, null, null, LIFE.getFirst(), NOON));
    }

    @Test
    void keepsTheSameStatusOnce() {
        report(LIFE.getFirst());
        assertThat(report(LIFE.getFirst())).isEqualTo(Received.DUPLICATE);
        assertThat(side.events()).hasSize(1);
    }

    @Test
    void keepsAStatusAgainThatCameAtAnotherTime() {
        report(status("failed", NOON));
        assertThat(report(status("failed", NOON.plusSeconds(1)))).isEqualTo(Received.STORED);
    }

    @Test
    void storesAMessageWhoseStatusCameFirst() {
        report(status("read", NOON));
        assertThat(side.<Received>send(Talk.receive(WAMID, "delivery-1", NOON))).isEqualTo(Received.STORED);
        assertThat(side.events(MessageIdentified.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void knowsTheSameFactsWhateverTheirOrderAndNumber(long seed) {
        Random random = new Random(seed);
        List<ReportedStatus> reports = new ArrayList<>(LIFE);
        random.ints(8, 0, LIFE.size()).forEach(n -> reports.add(LIFE.get(n)));
        Collections.shuffle(reports, random);
        reports.forEach(this::report);
        assertThat(side.events(StatusReported.class))
                .extracting(StatusReported::status)
                .containsExactlyInAnyOrderElementsOf(LIFE);
    }

    private Received report(ReportedStatus status) {
        return side.send(new ReportStatus(key(WAMID), Talk.CHANNEL, Talk.ENDPOINT, null, null, status, NOON));
    }

    private static ReportedStatus status(String word, Instant at) {
        return new ReportedStatus(word, at, null, null, null);
    }
}
