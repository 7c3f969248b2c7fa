package io.chatledger.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Member;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.Unique;
import io.chatledger.kernel.permission.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ContactExportIT {

    private final Business business = Business.register();
    private final Number number = business.connect();
    private final String phone = Unique.digits();
    private final String conversation = business.conversationWith(number, phone);
    private final String contact =
            business.onlyConversation().get("contact").get("id").asString();

    @Test
    void everythingIsInIt() {
        String answer = business.sent(conversation, "Con gusto <b>hoy</b>");
        business.awaitStatus(conversation, answer, "delivered");
        post("/api/v1/conversations/" + conversation + "/notes", Map.of("text", "prefiere tardes"));
        post(
                "/api/v1/contacts/" + contact + "/consents",
                Map.of("purpose", "marketing", "granted", true, "source", "paper-form"));

        JsonNode export = export("json").json();

        assertThat(export.get("contact").get("identities").toString()).contains(phone);
        assertThat(export.get("contact").get("consents").get(0).get("source").asString())
                .isEqualTo("paper-form");
        assertThat(export.get("conversations").size()).isEqualTo(1);
        JsonNode talk = export.get("conversations").get(0);
        assertThat(talk.get("notes").get(0).get("text").asString()).isEqualTo("prefiere tardes");
        assertThat(texts(export)).containsExactly("Hola", "Con gusto <b>hoy</b>");
        assertThat(talk.get("messages")
                        .get(1)
                        .get("history")
                        .valueStream()
                        .map(step -> step.get("status").asString()))
                .containsSubsequence("queued", "sent", "delivered");
        assertThat(export.get("format").asString()).isEqualTo("chatledger-contact");
    }

    @Test
    void itIsAFileWhoseNameSaysNothing() {
        Answer export = export("json");
        assertThat(export.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"contact-" + contact + ".json\"");
        assertThat(export.header("Cache-Control")).contains("no-store");
        assertThat(export("html").header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"contact-" + contact + ".html\"");
    }

    @Test
    void thePageCanBeReadByAnybodyAnywhere() {
        business.sent(conversation, "Con gusto <b>hoy</b>");

        String page = business.upToDate()
                .with("Accept-Language", "es-CL")
                .get(path("html"))
                .expecting(200)
                .text();

        assertThat(page.strip())
                .startsWith("<!DOCTYPE html>")
                .contains(
                        "+" + phone,
                        "Hola",
                        "Con gusto &lt;b&gt;hoy&lt;/b&gt;",
                        "prefers-color-scheme: dark",
                        "@media print")
                .doesNotContain("<script", "src=", "href=", "th:text")
                .endsWith("</html>");
        assertThat(page).contains("Lo que sabemos de ti");
        assertThat(business.owner()
                        .with("Accept-Language", "en-GB")
                        .get("/api/v1/contacts/" + contact + "/export?format=html")
                        .text())
                .contains("What we know about you", "lang=\"en\"");
    }

    @Test
    void ofAnEarlierTimeItHoldsWhatWasThenKnown() {
        business.upToDate().get("/api/v1/channels").expecting(200);
        Instant then = Instant.now();
        business.sent(conversation, "después");
        business.upToDate().get("/api/v1/channels").expecting(200);

        JsonNode export = business.owner()
                .get("/api/v1/contacts/" + contact + "/export?asOf=" + then)
                .expecting(200)
                .json();

        assertThat(texts(export)).containsExactly("Hola");
        assertThat(export.get("asOf").asString()).isNotEmpty();
        assertThat(texts(export("json").json())).containsExactly("Hola", "después");
    }

    @Test
    void ofAnErasedPersonThereIsNothing() {
        Instant before = Instant.now();
        post("/api/v1/contacts/" + contact + "/erase", Map.of("reason", "asked for it"));

        business.upToDate().get(path("json")).refusedWith(410, "person-erased");
        business.upToDate().get(path("html")).refusedWith(410, "person-erased");
        assertThat(business.owner().get(path("json") + "&asOf=" + before).text())
                .doesNotContain(phone)
                .doesNotContain("Hola");
    }

    @Test
    void onlyWhoMayGetsItAndOnlyOfTheirOwnCustomers() {
        Member.of(business, Role.agent).client().get(path("json")).refusedWith(403, "forbidden");
        Member.of(business, Role.auditor).client().get(path("json")).expecting(200);
        Business.register().owner().get(path("json")).refusedWith(404, "not-found");
        business.owner().get("/api/v1/contacts/nobody/export").refusedWith(404, "not-found");
        business.owner().get(path("pdf")).refusedWith(400, "invalid-request");
    }

    private static List<String> texts(JsonNode export) {
        return export.get("conversations")
                .valueStream()
                .flatMap(talk -> talk.get("messages").valueStream())
                .map(message -> message.get("text").asString())
                .toList();
    }

    private String path(String format) {
        return "/api/v1/contacts/" + contact + "/export?format=" + format;
    }

    private Answer export(String format) {
        return business.upToDate().get(path(format)).expecting(200);
    }

    private void post(String path, Map<String, Object> body) {
        business.owner().post(path, body).expecting(200);
    }
}
