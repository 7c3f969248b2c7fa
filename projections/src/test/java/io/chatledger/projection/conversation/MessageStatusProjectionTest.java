package io.chatledger.projection.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.conversation.ConversationEvent.StatusReported;
import io.chatledger.projection.Facts;
import io.chatledger.projection.SampleConversation;
import io.chatledger.readmodel.generated.tables.records.MessageStatusViewRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessageStatusProjectionTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final MessageStatusProjection projection = new MessageStatusProjection();
    private final SampleConversation conversation = new SampleConversation(Facts.TENANT, 1);

    @Test
    void anyOrderAndAnyRepetitionOfTheSameReportsGiveTheSameBytes() {
        List<StatusReported> reports = List.of(
                status("sent", 0),
                status("delivered", 0),
                status("read", 0),
                status("failed", 0),
                status("teleported", 9),
                priced("sent", 0, 1.5),
                priced("sent", 0, 1e10),
                priced("delivered", 3, 2));
        Random random = new Random(42);
        Set<String> outcomes = new HashSet<>();
        for (int round = 0; round < 500; round++) {
            List<StatusReported> shuffled = new ArrayList<>(reports);
            shuffled.addAll(reports.subList(0, random.nextInt(reports.size())));
            Collections.shuffle(shuffled, random);
            outcomes.add(Facts.fold(projection, shuffled).formatJSON());
        }
        assertThat(outcomes).hasSize(1);
    }

    @Test
    void theFurthestStatusWins() {
        assertThat(fold(status("read", 1), status("delivered", 2), status("failed", 3))
                        .getStatus())
                .isEqualTo("read");
        assertThat(fold(status("failed", 1), status("sent", 2)).getStatus()).isEqualTo("failed");
        assertThat(fold(status("delivered", 1), status("failed", 2)).getStatus())
                .isEqualTo("delivered");
        assertThat(fold(status("read", 1), status("played", 1)).getStatus()).isEqualTo("played");
    }

    @Test
    void aStatusNotKnownTodayIsKeptAndNeverWinsOverAKnownOne() {
        MessageStatusViewRecord row = fold(status("sent", 1), status("teleported", 2));
        assertThat(row.getStatus()).isEqualTo("sent");
        assertThat(row.getHistory().data()).contains("teleported");
        assertThat(fold(status("teleported", 2)).getStatus()).isEqualTo("teleported");
    }

    @Test
    void saysWhyItFailedAndWhatItCost() {
        MessageStatusViewRecord row = fold(priced("failed", 1, 0.25));
        assertThat(row.getHistory().data())
                .isEqualTo("[{\"at\":\"2026-03-01T12:00:01Z\",\"error\":{\"code\":131047,\"detail\":\"Too late.\","
                        + "\"reason\":\"re-engagement\"},\"pricing\":{\"rate\":0.25},\"status\":\"failed\"}]");
        assertThat(row.getPricing().data()).isEqualTo("{\"rate\":0.25}");
        assertThat(row.getReportedAt()).isEqualTo(NOON.plusSeconds(1));
    }

    private MessageStatusViewRecord fold(StatusReported... reports) {
        return Facts.fold(projection, List.of(reports));
    }

    private StatusReported status(String status, int seconds) {
        return conversation.status(1, status, NOON.plusSeconds(seconds), null, NOON);
    }

    private StatusReported priced(String status, int seconds, double rate) {
        return conversation.status(1, status, NOON.plusSeconds(seconds), Map.of("rate", rate), NOON);
    }
}
