package io.chatledger.app.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A number is connected only by whose token is for it. */
class NumberOwnershipIT {

    private static final String CHANNELS = "/api/v1/channels";

    private final Business business = Business.register();
    private final Business other = Business.register();
    private final Number number = Number.unconnected();

    @Test
    void aTokenThatIsNoneConnectsNothing() {
        other.owner().post(CHANNELS, channel("bogus")).refusedWith(422, "token-not-for-this-number");

        assertThat(other.upToDate().get(CHANNELS).items()).isEmpty();
        business.owner().post(CHANNELS, channel("EAAG-of-the-owner")).expecting(201);
    }

    @Test
    void theRefusalNamesTheField() {
        Answer refused = other.owner().post(CHANNELS, channel("bogus"));

        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("accessToken");
        assertThat(refused.text()).doesNotContain("bogus");
    }

    @Test
    void aTokenOfAnotherNumberDoesNotConnectThisOne() {
        business.owner().post(CHANNELS, channel("EAAG-of-the-owner")).expecting(201);

        other.owner().post(CHANNELS, channel("EAAG-of-another")).refusedWith(422, "token-not-for-this-number");
    }

    @Test
    void ofTwoThatProveTheSameTheFirstStays() {
        business.owner().post(CHANNELS, channel("EAAG-shared")).expecting(201);

        other.owner().post(CHANNELS, channel("EAAG-shared")).refusedWith(409, "phone-number-taken");
    }

    @Test
    void aNumberOfAnotherBusinessAccountIsRefusedByField() {
        business.owner().post(CHANNELS, channel("EAAG-shared")).expecting(201);
        Map<String, Object> elsewhere = channel("EAAG-shared");
        elsewhere.put("wabaId", Unique.digits());

        Answer refused = other.owner().post(CHANNELS, elsewhere).refusedWith(422, "token-not-for-this-number");
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("wabaId");
    }

    @Test
    void nothingIsBelievedWhileTheProviderCannotBeAsked() {
        RunningApplication.graph().answerQuestions(number, aResponse().withStatus(503));
        business.owner().post(CHANNELS, channel("EAAG-of-the-owner")).refusedWith(502, "provider-unavailable");

        assertThat(business.upToDate().get(CHANNELS).items()).isEmpty();
        assertThat(RunningApplication.number("select count(*) from secret where owner_id like ?", business.id() + "%"))
                .isZero();
    }

    @Test
    void aRepeatedRequestIsAnsweredWithoutAskingAgain() {
        Client keyed = business.owner().with("Idempotency-Key", Unique.word());
        String id = keyed.post(CHANNELS, channel("EAAG-of-the-owner"))
                .expecting(201)
                .string("id");
        RunningApplication.graph().answerQuestions(number, aResponse().withStatus(503));

        assertThat(keyed.post(CHANNELS, channel("EAAG-of-the-owner"))
                        .expecting(201)
                        .string("id"))
                .isEqualTo(id);
    }

    @Test
    void anIdThatLeadsElsewhereIsNoId() {
        for (String id : new String[] {"../me", "1/phone_numbers", "a b", "1?fields=x", "..", "%2e"}) {
            Map<String, Object> channel = channel("EAAG-of-the-owner");
            channel.put("phoneNumberId", id);
            Answer refused = business.owner().post(CHANNELS, channel).refusedWith(400, "invalid-request");
            assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("phoneNumberId");
        }
    }

    @Test
    void aTokenThatNoHeaderCanCarryIsNoToken() {
        for (String token : new String[] {"EAAG\r\nX: y", "EAAG token", "EAAGé"}) {
            Answer refused = business.owner().post(CHANNELS, channel(token)).refusedWith(400, "invalid-request");
            assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("accessToken");
        }
    }

    @Test
    void aNumberThatItsOwnerLeftIsFreeForOthersLater() {
        String id = business.owner()
                .post(CHANNELS, channel("EAAG-shared"))
                .expecting(201)
                .string("id");
        business.owner().post(CHANNELS + "/" + id + "/disconnect").expecting(200);

        Answer refused = other.owner().post(CHANNELS, channel("EAAG-shared")).refusedWith(409, "phone-number-taken");
        assertThat(Instant.parse(refused.string("freeFrom")))
                .isBetween(
                        Instant.now().plus(Duration.ofDays(29)), Instant.now().plus(Duration.ofDays(30)));
        business.owner().post(CHANNELS, channel("EAAG-shared")).expecting(201);
    }

    @Test
    void whatIsConnectedIsProved() {
        business.owner().post(CHANNELS, channel("EAAG-of-the-owner")).expecting(201);

        assertThat(business.upToDate().get(CHANNELS).items()).singleElement().satisfies(one -> {
            assertThat(one.get("proved").booleanValue()).isTrue();
            assertThat(one.get("notice").isNull()).isTrue();
        });
    }

    private Map<String, Object> channel(String token) {
        Map<String, Object> channel = new LinkedHashMap<>(Business.channel(number));
        channel.put("accessToken", token);
        return channel;
    }
}
