package io.chatledger.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import io.chatledger.rig.Parallel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RepeatedDeliveryIT {

    private static final int TIMES = 20;

    private final Business business = Business.register();
    private final Number number = business.connect();
    private final Map<String, Object> message = Body.text(Unique.digits(), Unique.wamid(), "Una sola vez");

    @Test
    void theSameBytesTwentyTimesAtOnceAreOneMessage() {
        byte[] body = Body.messages(number, List.of(message)).bytes();
        Parallel.times(TIMES, n -> Webhook.post(body).expecting(200));
        assertThat(business.messages()).hasSize(1);
        assertThat(business.onlyConversation().get("messageCount").intValue()).isEqualTo(1);
    }

    @Test
    void theSameBytesTwentyTimesAreCounted() {
        byte[] body = Body.messages(number, List.of(message)).bytes();
        Parallel.times(TIMES, n -> Webhook.post(body).expecting(200));
        List<JsonNode> journal = business.journal();
        assertThat(journal).extracting(one -> one.get("repeats").intValue()).containsExactly(TIMES - 1);
    }

    @Test
    void theSameMessageInTwentyBodiesAtOnceIsOneMessageAndCounted() {
        Parallel.times(TIMES, n -> {
            Body other = Body.messages(number, List.of(message)).and(Body.ofAccount("1", "field-" + n, Map.of("n", n)));
            return Webhook.post(other).expecting(200);
        });
        assertThat(business.messages()).hasSize(1);
        List<JsonNode> journal = business.journal();
        assertThat(journal).hasSize(TIMES);
        assertThat(journal.stream()
                        .mapToInt(one -> one.get("duplicates").intValue())
                        .sum())
                .isEqualTo(TIMES - 1);
    }

    @Test
    void theSameStatusTwentyTimesAtOnceIsStoredOnce() {
        Map<String, Object> status = Body.status(Unique.wamid(), "read", Instant.now());
        Parallel.times(TIMES, n -> {
            Body other = Body.statuses(number, List.of(status)).and(Body.ofAccount("1", "field-" + n, Map.of("n", n)));
            return Webhook.post(other).expecting(200);
        });
        assertThat(business.journal().stream()
                        .mapToInt(one -> one.get("duplicates").intValue())
                        .sum())
                .isEqualTo(TIMES - 1);
    }
}
