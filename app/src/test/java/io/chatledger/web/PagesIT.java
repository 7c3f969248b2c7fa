package io.chatledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Member;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.kernel.permission.Role;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PagesIT {

    private final Client stranger = RunningApplication.stranger();

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/register", "/sandbox"})
    void everybodySeesTheWayIn(String path) {
        protectedPage(stranger.get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/panel", "/panel/channels", "/panel/metrics", "/panel/fragments/list"})
    void aMemberSeesThePanel(String path) {
        protectedPage(Business.register().owner().get(path));
    }

    @Test
    void aMemberSeesAConversation() {
        Business business = Business.register();
        String conversation = business.conversationWith(business.connect(), Unique.digits());
        Answer page = business.upToDate().get("/panel/conversations/" + conversation);
        protectedPage(page);
        assertThat(page.text()).contains("Hola");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/panel", "/panel/channels"})
    void aStrangerIsSentToSignIn(String path) {
        Answer answer = stranger.get(path).expecting(302);
        assertThat(URI.create(answer.header("Location")).getPath()).isEqualTo("/login");
    }

    @ParameterizedTest
    @CsvSource({"super_admin, true", "owner, false"})
    void onlyWhoRunsTheInstallationIsLedToItsPages(Role role, boolean led) {
        Client member = Member.of(Business.register(), role).client();
        assertThat(member.get("/panel/channels?lang=en").text().contains(">Installation<"))
                .isEqualTo(led);
    }

    @Test
    void whatACustomerWritesIsTextAndNoMarkup() {
        Business business = Business.register();
        String name = "<img src=x onerror=alert(1)>";
        String conversation = business.conversationWith(business.connect(), Unique.digits());
        business.owner()
                .post("/api/v1/conversations/" + conversation + "/messages", Map.of("type", "text", "text", name))
                .expecting(202);
        Answer page = business.upToDate().get("/panel/conversations/" + conversation);
        assertThat(page.text()).doesNotContain(name).contains("&lt;img src=x");
    }

    @Test
    void theApiDescribesItself() {
        JsonNode paths = stranger.get("/v3/api-docs").expecting(200).json().get("paths");
        assertThat(paths.propertyNames())
                .contains(
                        "/api/v1/auth/register",
                        "/api/v1/auth/login",
                        "/api/v1/auth/refresh",
                        "/api/v1/channels",
                        "/api/v1/channels/{id}/disconnect",
                        "/api/v1/conversations",
                        "/api/v1/conversations/{id}",
                        "/api/v1/conversations/{id}/messages",
                        "/api/v1/messages/search",
                        "/api/v1/contacts",
                        "/api/v1/contacts/{id}",
                        "/api/v1/webhook-journal",
                        "/api/v1/webhook-journal/{id}/reprocess",
                        "/api/v1/admin/projections",
                        "/api/v1/admin/projections/{name}/rebuild",
                        "/webhooks/whatsapp")
                .noneMatch(path -> path.startsWith("/sandbox") || path.startsWith("/panel"));
    }

    @Test
    void healthNamesWhatItRestsOn() {
        JsonNode health = stranger.get("/actuator/health").expecting(200).json();
        assertThat(health.get("status").asString()).isEqualTo("UP");
        assertThat(health.get("components").propertyNames()).contains("db", "eventStore", "projections");
        assertThat(health.toString()).as("to strangers").doesNotContain("details", "path", "/");
        JsonNode full = RunningApplication.admin()
                .get("/actuator/health")
                .expecting(200)
                .json();
        assertThat(full.get("components").get("projections").get("details").size())
                .isEqualTo(10);
    }

    private static void protectedPage(Answer page) {
        page.expecting(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Cache-Control")).contains("no-store");
    }
}
