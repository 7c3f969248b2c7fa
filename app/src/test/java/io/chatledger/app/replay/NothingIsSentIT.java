package io.chatledger.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Graph;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.Rebuilding;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NothingIsSentIT {

    private static final String LEDGER = "/api/v1/audit/side-effects";

    private final Business business = Business.register();
    private final Number number = business.connect();
    private final String conversation = business.conversationWith(number, Unique.digits());
    private String accepted = "";
    private String refused = "";

    @BeforeEach
    void oneMessageIsAcceptedAndOneRefused() {
        accepted = business.sent(conversation, "Hola");
        business.awaitStatus(conversation, accepted, "delivered");
        RunningApplication.graph().answer(number, Graph.refused(131026));
        refused = business.sent(conversation, "¿Hola?");
        business.awaitStatus(conversation, refused, "failed");
    }

    @Test
    void theLedgerHasEveryAttemptOnce() {
        List<JsonNode> ledger = business.owner().all(LEDGER);
        assertThat(ledger)
                .extracting(
                        one -> one.get("key").asString(),
                        one -> one.get("outcome").asString())
                .containsExactly(
                        tuple(conversation + ":" + accepted, "accepted"),
                        tuple(conversation + ":" + refused, "refused"));
        assertThat(ledger).hasSameSizeAs(RunningApplication.graph().calls(number));
        assertThat(Business.register().owner().get(LEDGER).items()).isEmpty();
    }

    @Test
    void theLedgerIsReadPageByPage() {
        JsonNode first =
                business.owner().get(LEDGER + "?limit=1").expecting(200).json();
        List<JsonNode> second = business.owner()
                .get(LEDGER + "?limit=1&cursor=" + first.get("nextCursor").asString())
                .items();
        assertThat(second).hasSize(1);
        assertThat(second.getFirst().get("key").asString()).endsWith(refused);
    }

    @Test
    void neitherRebuildsNorReplaysSendAnything() {
        List<JsonNode> ledger = business.owner().all(LEDGER);
        List<JsonNode> calls = RunningApplication.graph().calls(number);

        Rebuilding.all();
        String replay = Business.REPLAYS + "/" + business.replayAsOf(Instant.now());
        assertThat(business.owner().get(replay).json().get("sentThings").intValue())
                .isZero();
        business.owner()
                .get(AsOfIT.at("/api/v1/conversations/" + conversation + "/messages", Instant.now()))
                .expecting(200);

        assertThat(business.owner().all(LEDGER)).isEqualTo(ledger);
        assertThat(RunningApplication.graph().calls(number)).isEqualTo(calls);
    }
}
