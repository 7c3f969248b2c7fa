package io.chatledger.app.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessIT {

    private static final String CHANNELS = "/api/v1/channels";

    private final Business business = Business.register();

    @Test
    void aQueryThatWaitsForACommandsPositionSeesWhatItDid() {
        for (int channels = 1; channels <= 20; channels++) {
            String position = business.owner()
                    .post(CHANNELS, Business.channel(Number.unconnected()))
                    .expecting(201)
                    .header("Event-Position");
            List<?> items = business.owner()
                    .with("Wait-For-Position", position)
                    .get(CHANNELS)
                    .items();
            assertThat(items).hasSize(channels);
        }
    }

    @Test
    void everyActionSaysItsPosition() {
        String conversation = business.conversationWith(business.connect(), Unique.digits());
        Answer answer = business.owner()
                .post("/api/v1/conversations/" + conversation + "/topic", Map.of("topic", "sale"))
                .expecting(200);
        Answer seen = business.owner()
                .with("Wait-For-Position", answer.header("Event-Position"))
                .get("/api/v1/conversations/" + conversation);
        assertThat(seen.string("topic")).isEqualTo("sale");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "+1", "00001"})
    void aPositionOfThePastDoesNotWait(String position) {
        business.owner().with("Wait-For-Position", position).get(CHANNELS).expecting(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "1.5", "0x10", "1e3", "--1"})
    void whatIsNoPositionIsRefused(String position) {
        business.owner().with("Wait-For-Position", position).get(CHANNELS).refusedWith(400, "invalid-request");
    }

    @Test
    void aPositionThatIsFarAwayIsGivenUpAndSaysWhenToComeBack() {
        Answer answer = business.owner()
                .with("Wait-For-Position", "99999999999999999999999")
                .get(CHANNELS)
                .refusedWith(503, "read-model-behind");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(RunningApplication.stranger().get("/actuator/health").status())
                .isEqualTo(200);
    }
}
