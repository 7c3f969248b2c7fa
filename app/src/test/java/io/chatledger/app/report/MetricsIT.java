package io.chatledger.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.Rebuilding;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class MetricsIT {

    private static final ZoneId ZONE = ZoneId.of("America/Santiago");
    private static final String METRICS = "/api/v1/metrics";

    private final Business business = business();
    private final Number number = business.connect();
    private final String customer = Unique.digits();
    private String conversation = "";

    @BeforeEach
    void somethingHappens() {
        conversation = business.conversationWith(number, customer);
        String reply = business.sent(conversation, "¿En qué te ayudo?");
        JsonNode sent = business.awaitStatus(conversation, reply, "delivered");
        String lost = business.sent(conversation, "¿Sigues ahí?");
        String wamid = business.awaitStatus(conversation, lost, "delivered")
                .get("providerMessageId")
                .asString();
        assertThat(sent.get("providerMessageId").asString()).isNotEqualTo(wamid);
        Map<String, Object> failed = Body.status(wamid, "failed", Instant.now());
        failed.put("errors", List.of(Map.of("code", 131026, "title", "Undeliverable")));
        Webhook.deliver(Body.statuses(number, List.of(failed)));
        act("close");
        act("reopen");
        business.upToDate().get("/api/v1/channels").expecting(200);
    }

    @Test
    void whatIsCountedHasHappened() {
        assertThat(total("messages-in")).isEqualTo(1);
        assertThat(total("messages-out?who=human")).isEqualTo(2);
        assertThat(total("messages-out?who=bot")).isZero();
        assertThat(total("conversations-opened?kind=new")).isEqualTo(1);
        assertThat(total("conversations-opened?kind=reopened")).isEqualTo(1);
        assertThat(total("conversations-resolved")).isEqualTo(1);
        assertThat(total("delivery-failures?cause=undeliverable")).isEqualTo(1);
        assertThat(total("messages-in?channel=" + number.channelId())).isEqualTo(1);
        assertThat(total("messages-in?channel=none")).isZero();
    }

    @Test
    void daysAreTheTenantsOwn() {
        JsonNode numbers = numbers("messages-in");
        assertThat(numbers.get("timeZone").asString()).isEqualTo(ZONE.getId());
        assertThat(numbers.get("items").size()).isEqualTo(30);
        JsonNode today = numbers.get("items").get(29);
        LocalDate day = LocalDate.parse(today.get("local").asString());
        assertThat(day).isEqualTo(LocalDate.now(ZONE));
        assertThat(Instant.parse(today.get("start").asString()))
                .isEqualTo(day.atStartOfDay(ZONE).toInstant());
        assertThat(today.get("value").longValue()).isEqualTo(1);
        String hours = "messages-in?by=hour&from=" + day + "&to=" + day.plusDays(1);
        assertThat(numbers(hours).get("items").valueStream())
                .filteredOn(one -> one.get("value").longValue() == 1)
                .hasSize(1);
    }

    @Test
    void versionsStandSideBySide() {
        JsonNode numbers = numbers("first-response-time?version=1,2&by=total&dimension=who");
        assertThat(numbers.get("version").isNull()).isTrue();
        assertThat(numbers.get("versions").valueStream().map(JsonNode::intValue))
                .containsExactly(1, 2);
        assertThat(numbers.get("items").valueStream()).hasSize(2).allSatisfy(one -> {
            assertThat(one.get("who").asString()).isEqualTo("human");
            assertThat(one.get("count").longValue()).isEqualTo(1);
            assertThat(one.get("value").longValue())
                    .isBetween(0L, 60_000L)
                    .isEqualTo(one.get("p90").longValue());
        });
        assertThat(numbers("first-response-time").get("version").intValue()).isEqualTo(2);
    }

    @Test
    void everyNumberOpensItsEvents() {
        for (String question : List.of("messages-in", "messages-out?who=human", "delivery-failures")) {
            List<JsonNode> counted =
                    business.owner().all(METRICS + "/" + question.replaceFirst("(\\?|$)", "/events$1"));
            assertThat(counted).hasSize((int) total(question));
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
        assertThat(waited.get("conversationId").asString()).isEqualTo(conversation);
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
        List<String> before = everything(business.owner());
        business.owner()
                .post("/api/v1/contacts/" + contact + "/erase", Map.of("reason", "requested"))
                .expecting(200);
        business.upToDate().get("/api/v1/channels").expecting(200);
        assertThat(everything(business.owner())).isEqualTo(before);
        Rebuilding.all();
        assertThat(everything(business.owner())).isEqualTo(before);
    }

    @Test
    void numbersOfThenAreSeenFromNow() {
        List<String> before = everything(business.owner());
        Instant then = Instant.now();
        business.sent(conversation, "Otra cosa");
        act("close");
        business.upToDate().get("/api/v1/channels").expecting(200);
        assertThat(total("messages-out")).isEqualTo(3);
        assertThat(total("messages-out?asOf=" + then)).isEqualTo(2);
        String replay = business.owner()
                .post("/api/v1/audit/replays", Map.of("asOf", then.toString()))
                .expecting(202)
                .string("id");
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> business.owner()
                                .get("/api/v1/audit/replays/" + replay)
                                .string("status"),
                        "ready"::equals);
        assertThat(everything(business.owner().with("Replay", replay))).isEqualTo(before);
    }

    @Test
    void anotherTenantCountsItsOwn() {
        Business other = Business.register();
        assertThat(other.owner()
                        .get(METRICS + "/messages-in?by=total")
                        .items()
                        .getFirst()
                        .get("value")
                        .longValue())
                .isZero();
        assertThat(other.owner().all(METRICS + "/messages-in/events")).isEmpty();
    }

    @Test
    void definitionsSayWhatTheyCount() {
        List<JsonNode> definitions = business.owner().get(METRICS).items();
        assertThat(definitions)
                .extracting(one ->
                        one.get("name").asString() + " " + one.get("version").intValue())
                .contains("messages-in 1", "first-response-time 1", "first-response-time 2");
        assertThat(definitions)
                .allSatisfy(one -> assertThat(one.get("description").asString()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "messages-in?from=2026-01-01&to=2027-06-01, to",
        "messages-in?by=hour&from=2026-01-01&to=2026-03-01, to",
        "messages-in?from=soon, from",
        "messages-in?by=week, by",
        "messages-in?version=7, version",
        "messages-in?version=x, version",
        "messages-in?dimension=cause, dimension",
        "messages-in?cause=undeliverable, cause",
        "messages-out?who=a%00b, who"
    })
    void whatMakesNoSenseIsRefused(String question, String field) {
        Answer answer = business.owner().get(METRICS + "/" + question).refusedWith(400, "invalid-request");
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    @Test
    void whatIsNoMetricIsNotFound() {
        business.owner().get(METRICS + "/weather").refusedWith(404, "not-found");
        business.owner().get(METRICS + "/weather/events").refusedWith(404, "not-found");
        RunningApplication.stranger().get(METRICS).expecting(401);
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
                .contains("People", "/panel/conversations/" + conversation, "href=\"/panel/audit/events/")
                .doesNotContain("??");
        String past = owner.get("/panel/metrics?asOf=2020-01-01T00:00:00Z")
                .expecting(200)
                .text();
        assertThat(past).contains("class=\"past\"", "asOf=2020-01-01T00:00:00Z").doesNotContain("data-stream");
    }

    private static Business business() {
        Map<String, Object> registration = new HashMap<>(Business.registration(Unique.word() + "@example.com"));
        registration.put("timeZone", ZONE.getId());
        Answer answer = RunningApplication.stranger()
                .post("/api/v1/auth/register", registration)
                .expecting(201);
        return new Business(
                answer.json().get("tenant").get("id").asString(),
                String.valueOf(registration.get("email")),
                RunningApplication.stranger().withToken(answer.string("accessToken")));
    }

    private void act(String action) {
        business.owner()
                .post("/api/v1/conversations/" + conversation + "/" + action)
                .expecting(200);
    }

    private JsonNode numbers(String question) {
        return business.owner().get(METRICS + "/" + question).expecting(200).json();
    }

    private long total(String question) {
        return numbers(question + (question.contains("?") ? "&" : "?") + "by=total")
                .get("items")
                .get(0)
                .get("value")
                .longValue();
    }

    private String type(JsonNode counted, String field) {
        return business.owner()
                .get(counted.get(field).asString())
                .expecting(200)
                .string("type");
    }

    private static List<String> everything(Client client) {
        return List.of(
                        "messages-in",
                        "messages-out",
                        "first-response-time?version=1,2",
                        "conversations-opened",
                        "conversations-resolved",
                        "delivery-failures?dimension=cause",
                        "delivery-failures/events",
                        "first-response-time/events?version=1,2")
                .stream()
                .map(question ->
                        client.get(METRICS + "/" + question).expecting(200).text())
                .toList();
    }
}
