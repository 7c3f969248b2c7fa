package io.chatledger.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Rebuilding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What numbers are made of, and that they are the same whenever and however they are made. */
class MetricEvidenceIT {

    private static final String METRICS = "/api/v1/metrics";

    private final CountedBusiness example = CountedBusiness.atWork();
    private final Business business = example.business();

    @Test
    void everyNumberOpensItsEvents() {
        for (String question : List.of("messages-in", "messages-out?who=human", "delivery-failures")) {
            List<JsonNode> counted =
                    business.owner().all(METRICS + "/" + question.replaceFirst("(\\?|$)", "/events$1"));
            assertThat(counted).hasSize((int) example.total(question));
            for (JsonNode one : counted) {
                JsonNode event = business.owner()
                        .get(one.get("event").asString())
                        .expecting(200)
                        .json();
                assertThat(event.get("position")).isEqualTo(one.get("position"));
            }
        }
        JsonNode waited =
                business.owner().all(METRICS + "/first-response-time/events").getFirst();
        assertThat(type(waited, "event")).isEqualTo("conversation.MessageQueued");
        assertThat(type(waited, "sinceEvent")).isEqualTo("conversation.MessageReceived");
        assertThat(waited.get("conversationId").asString()).isEqualTo(example.conversation());
    }

    @Test
    void pagesOfWhatIsCountedFollowEachOther() {
        String page = METRICS + "/messages-out/events?limit=1";
        Answer first = business.owner().get(page).expecting(200);
        Answer second = business.owner().get(page + "&cursor=" + first.string("nextCursor"));
        assertThat(second.items()).hasSize(1);
        assertThat(second.items().getFirst().get("position").longValue())
                .isLessThan(first.items().getFirst().get("position").longValue());
        assertThat(second.json().get("nextCursor").isNull()).isTrue();
    }

    @Test
    void numbersAreTheSameAfterARebuildAndAnErasure() {
        String contact = business.onlyConversation().get("contact").get("id").asString();
        List<String> before = CountedBusiness.everything(business.owner());
        business.owner()
                .post("/api/v1/contacts/" + contact + "/erase", Map.of("reason", "requested"))
                .expecting(200);
        business.upToDate().get("/api/v1/channels").expecting(200);
        assertThat(CountedBusiness.everything(business.owner())).isEqualTo(before);
        Rebuilding.all();
        assertThat(CountedBusiness.everything(business.owner())).isEqualTo(before);
    }

    @Test
    void numbersOfThenAreSeenFromNow() {
        List<String> before = CountedBusiness.everything(business.owner());
        Instant then = Instant.now();
        business.sent(example.conversation(), "Otra cosa");
        example.act("close");
        business.upToDate().get("/api/v1/channels").expecting(200);
        assertThat(example.total("messages-out")).isEqualTo(3);
        assertThat(example.total("messages-out?asOf=" + then)).isEqualTo(2);
        String replay = business.replayAsOf(then);
        assertThat(CountedBusiness.everything(business.owner().with("Replay", replay)))
                .isEqualTo(before);
    }

    @Test
    void thePageShowsEveryMetricAndLeadsToWhatIsCounted() {
        Client owner = business.owner().with("Accept-Language", "en");
        String page = owner.get("/panel/metrics?versions=all").expecting(200).text();
        assertThat(page)
                .contains(
                        "Messages in", "data-metric=\"first-response-time.1\"", "data-metric=\"first-response-time.2\"")
                .doesNotContain("??", "style=");
        String link = page.replaceAll("(?s).*?data-metric=\"messages-out.1\".*?href=\"([^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(link).startsWith("/panel/metrics/messages-out?version=1&from=");
        String counted = owner.get(link).expecting(200).text();
        assertThat(counted)
                .contains("People", "/panel/conversations/" + example.conversation(), "href=\"/panel/audit/events/")
                .doesNotContain("??");
        String past = owner.get("/panel/metrics?asOf=2020-01-01T00:00:00Z")
                .expecting(200)
                .text();
        assertThat(past).contains("class=\"past\"", "asOf=2020-01-01T00:00:00Z").doesNotContain("data-stream");
    }

    private String type(JsonNode counted, String field) {
        return business.owner()
                .get(counted.get(field).asString())
                .expecting(200)
                .string("type");
    }
}
