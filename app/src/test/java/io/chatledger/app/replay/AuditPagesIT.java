package io.chatledger.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AuditPagesIT {

    private static final Pattern EARLIER = Pattern.compile("data-before=\"(/panel/fragments/audit\\?[^\"]+)\"");

    private final Business business = Business.register();
    private final String conversation = business.conversationWith(business.connect(), Unique.digits());

    @ParameterizedTest
    @ValueSource(strings = {"/panel/audit", "/panel/audit/changes", "/panel/audit/replays", "/panel/audit/proof"})
    void aMemberWhoMayReadTheHistorySeesItsPages(String path) {
        Answer page = page(path);
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.text()).contains("aria-current=\"page\"").doesNotContain("??", "style=\"");
        RunningApplication.stranger().get(path).expecting(302);
    }

    @Test
    void theTimeLineTellsWhatHappenedInPlainWordsTheNewestFirst() {
        String page = page("/panel/audit").text();
        assertThat(page)
                .contains("Mensaje recibido", "Número conectado", "Negocio registrado", "class=\"event-actor\">Tú");
        assertThat(page.indexOf("Mensaje recibido</span>")).isLessThan(page.indexOf("Número conectado</span>"));
        assertThat(business.owner()
                        .with("Accept-Language", "en")
                        .get("/panel/audit")
                        .text())
                .contains("Message received");
        assertThat(inSpanish(Business.register()).get("/panel/audit").text())
                .doesNotContain("<span class=\"event-title\">Mensaje recibido</span>");
    }

    @Test
    void everyEventCanBeOpenedAndFollowed() {
        for (JsonNode event : business.owner().all("/api/v1/audit/events")) {
            String position = event.get("position").asString();
            String details = page("/panel/fragments/audit/" + position).text();
            assertThat(details).contains(event.get("hash").asString(), "class=\"tree\"");
            assertThat(page("/panel/audit/events/" + event.get("id").asString()).text())
                    .contains(event.get("hash").asString());
            for (String filter : List.of("aggregateId=" + event.get("stream").asString(), "actor=" + actor(event))) {
                assertThat(page("/panel/audit?" + filter).text())
                        .contains("data-at=")
                        .doesNotContain("role=\"alert\">A");
            }
        }
    }

    @Test
    void whatAnEventSaysAndChangedIsShown() {
        business.owner()
                .post("/api/v1/conversations/" + conversation + "/topic", Map.of("topic", "sale"))
                .expecting(200);
        JsonNode event =
                business.owner().all("/api/v1/audit/events?type=TopicSet").getFirst();
        assertThat(page("/panel/fragments/audit/" + event.get("position").asString())
                        .text())
                .contains("change-changed", "Tema", "sale", "SetTopic")
                .contains("/panel/conversations/" + conversation + "?asOf=");
    }

    @Test
    void aLongHistoryIsReadPartByPart() {
        for (int i = 0; i < 51; i++) {
            business.owner()
                    .post("/api/v1/conversations/" + conversation + "/notes", Map.of("text", "n" + i))
                    .expecting(200);
        }
        Matcher more = EARLIER.matcher(page("/panel/audit?type=conversation.NoteAdded&from=2020-01-01T00:00:00Z")
                .text());
        assertThat(more.find()).isTrue();
        String rest = page(more.group(1).replace("&amp;", "&")).text();
        assertThat(rest.split("class=\"event card\"", -1)).hasSize(2);
        assertThat(rest).doesNotContain("fragments/audit?");
    }

    @Test
    void aFilterThatMakesNoSenseIsSaidSo() {
        assertThat(page("/panel/audit?aggregateId=" + encoded("la de ayer")).text())
                .contains("no tiene la forma esperada", "value=\"la de ayer\"");
        assertThat(page("/panel/audit/changes?feature=conversation&from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")
                        .text())
                .contains("El primer momento va antes");
    }

    @Test
    void twoMomentsAreCompared() {
        Instant from = Instant.now();
        business.owner()
                .post("/api/v1/conversations/" + conversation + "/topic", Map.of("topic", "sale"))
                .expecting(200);
        String page = page("/panel/audit/changes?feature=conversation&from=" + from + "&to=" + Instant.now())
                .text();
        assertThat(page).contains("change-changed", "Tema", "sale");
    }

    @Test
    void theHistoryHasNoPastAndLinksFromThePastLeadToAllOfIt() {
        business.owner().get(AsOfIT.at("/panel/audit", Instant.now())).expecting(400);
        assertThat(page(AsOfIT.at("/panel", Instant.now())).text()).contains("href=\"/panel/audit\"");
    }

    private Answer page(String path) {
        return inSpanish(business).get(path).expecting(200);
    }

    private static Client inSpanish(Business business) {
        return business.owner().with("Accept-Language", "es");
    }

    private static String actor(JsonNode event) {
        JsonNode actor = event.get("actor");
        String type = actor.get("type").asString();
        return actor.get("id").isNull()
                ? type
                : encoded(type + ":" + actor.get("id").asString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
