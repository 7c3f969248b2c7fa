package io.chatledger.app.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Rebuilding;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an operator is told and may do. */
class RebuildControlIT {

    private final Client admin = RunningApplication.admin();
    private final Business business = Business.register();

    @BeforeEach
    void somethingHasHappened() {
        business.conversationWith(business.connect(), Unique.digits());
    }

    @Test
    void theReadModelsStandAtTheHeadWhenNothingHappens() {
        business.settle();
        // That somebody has read something is recorded a little later.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                admin.get(Rebuilding.PROJECTIONS).items())
                        .allSatisfy(one -> {
                            assertThat(one.get("status").asString()).isEqualTo("current");
                            assertThat(one.get("position").longValue())
                                    .isEqualTo(one.get("head").longValue());
                        }));
    }

    @Test
    void progressSaysHowFarItIsAndHowLongItTakes() {
        admin.post(Rebuilding.PROJECTIONS + "/contact/rebuild").expecting(202);
        Rebuilding.awaitDone(admin, "contact");
        JsonNode rebuild = Rebuilding.projection(admin, "contact").get("rebuild");
        assertThat(rebuild.get("processed").longValue())
                .isPositive()
                .isEqualTo(rebuild.get("total").longValue());
        assertThat(rebuild.get("eventsPerSecond").longValue()).isPositive();
        assertThat(rebuild.get("secondsLeft").longValue()).isZero();
    }

    @Test
    void theOldRowsAreKeptUntilAnOperatorDropsThem() {
        admin.post(Rebuilding.PROJECTIONS + "/channel/rebuild").expecting(202);
        Rebuilding.awaitDone(admin, "channel");
        assertThat(Rebuilding.projection(admin, "channel").get("previousKept").booleanValue())
                .isTrue();
        assertThat(admin.send("DELETE", Rebuilding.PROJECTIONS + "/channel/previous", BodyPublishers.noBody())
                        .status())
                .isEqualTo(204);
        assertThat(Rebuilding.projection(admin, "channel").get("previousKept").booleanValue())
                .isFalse();
    }

    @Test
    void whatIsNotBeingRebuiltCannotBeCancelled() {
        admin.post(Rebuilding.PROJECTIONS + "/message/rebuild/cancel").refusedWith(409, "rebuild-not-running");
        business.owner()
                .post(Rebuilding.PROJECTIONS + "/message/rebuild/cancel")
                .refusedWith(403, "forbidden");
        business.owner().post(Rebuilding.PROJECTIONS + "/rebuild").refusedWith(403, "forbidden");
        business.owner()
                .send("DELETE", Rebuilding.PROJECTIONS + "/message/previous", BodyPublishers.noBody())
                .refusedWith(403, "forbidden");
    }

    @Test
    void aProjectionThatDoesNotExistCannotBeRebuilt() {
        admin.post(Rebuilding.PROJECTIONS + "/weather/rebuild").refusedWith(404, "not-found");
    }
}
