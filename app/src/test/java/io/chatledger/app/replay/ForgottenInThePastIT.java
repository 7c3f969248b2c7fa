package io.chatledger.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.Unique;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is erased now is gone from the past as well. */
class ForgottenInThePastIT {

    private final Business business = Business.register();
    private final Number number = business.connect();
    private final String phone = Unique.digits();
    private final String conversation = business.conversationWith(number, phone);

    @Test
    void aViewThatWasMadeBeforeIsNotShownAgain() {
        Instant then = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String replay = business.replayAsOf(then);
        assertThat(past(then)).contains(phone);
        assertThat(business.owner()
                        .with("Replay", replay)
                        .get("/api/v1/contacts")
                        .text())
                .contains(phone);

        erase();

        business.owner().with("Replay", replay).get("/api/v1/contacts").refusedWith(410, "replay-expired");
        assertThat(past(then)).doesNotContain(phone).doesNotContain("Hola");
        business.owner()
                .with("Replay", business.replayAsOf(then))
                .get("/api/v1/contacts")
                .expecting(200);
    }

    private String past(Instant then) {
        StringBuilder all = new StringBuilder();
        for (String query : List.of(
                "/api/v1/contacts",
                "/api/v1/conversations",
                "/api/v1/conversations/" + conversation,
                "/api/v1/conversations/" + conversation + "/messages",
                "/api/v1/messages/search?q=hola")) {
            all.append(
                    business.owner().get(AsOfIT.at(query, then)).expecting(200).text());
        }
        return all.toString();
    }

    private void erase() {
        String contact = business.owner()
                .get("/api/v1/conversations/" + conversation)
                .json()
                .get("contact")
                .get("id")
                .asString();
        business.owner()
                .post("/api/v1/contacts/" + contact + "/erase", Map.of("reason", "asked for it"))
                .expecting(200);
        business.upToDate().get("/api/v1/contacts").expecting(200);
    }
}
