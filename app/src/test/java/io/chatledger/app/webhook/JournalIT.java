package io.chatledger.app.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JournalIT {

    private final Client admin = RunningApplication.admin();

    @Test
    void keepsABodyThatIsNoJsonAsFailedForTheSuperAdmin() {
        int before = failedOfThePlatform().size();
        Webhook.post(("{\"broken " + Unique.word()).getBytes(UTF_8)).expecting(200);
        List<JsonNode> failed = failedOfThePlatform();
        assertThat(failed).hasSize(before + 1);
        assertThat(failed.getFirst().get("reason").asString()).startsWith("unreadable-body");
    }

    @Test
    void keepsWhatIsForAnUnknownNumberUntilItIsConnected() {
        Number number = Number.unconnected();
        Webhook.deliver(Body.messages(number, List.of(Body.text(Unique.digits(), Unique.wamid(), "¿Hay alguien?"))));
        JsonNode failed = ofPlatform(number);
        assertThat(failed.get("status").asString()).isEqualTo("failed");
        assertThat(failed.get("reason").asString()).startsWith("unknown-channel");

        Business business = Business.register();
        business.connect(number);
        String id = failed.get("id").asString();
        admin.post("/api/v1/webhook-journal/" + id + "/reprocess").expecting(202);

        assertThat(business.messages())
                .extracting(message -> message.get("text").asString())
                .containsExactly("¿Hay alguien?");
        assertThat(statuses(business)).containsExactly("processed");
        assertThat(platform("").stream().filter(one -> one.get("id").asString().equals(id)))
                .extracting(one -> one.get("status").asString())
                .containsExactly("processed");
    }

    @Test
    void processesAnEntryOfATenantAgainWithoutDoublingIt() {
        Business business = Business.register();
        business.conversationWith(business.connect(), Unique.digits());
        String id = business.journal().getFirst().get("id").asString();
        business.owner().post("/api/v1/webhook-journal/" + id + "/reprocess").expecting(202);
        assertThat(business.messages()).hasSize(1);
        assertThat(business.journal())
                .extracting(one -> one.get("attempts").intValue())
                .containsExactly(2);
    }

    @Test
    void namesTheFieldOfWhatItIgnores() {
        Business business = Business.register();
        Webhook.deliver(Body.change(business.connect(), "message_echoes", Map.of()));
        JsonNode entry = business.journal().getFirst();
        assertThat(entry.get("status").asString()).isEqualTo("ignored");
        assertThat(entry.get("reason").asString()).contains("message_echoes");
    }

    @Test
    void givesAnAccountsFieldToTheTenantOfTheAccount() {
        Business business = Business.register();
        Number number = business.connect();
        Webhook.deliver(Body.ofAccount(
                number.wabaId(), "message_template_status_update", Map.of("event", "APPROVED", "tag", Unique.word())));
        assertThat(business.journal())
                .extracting(one -> one.get("reason").asString())
                .containsExactly("field message_template_status_update");
    }

    private JsonNode ofPlatform(Number number) {
        return failedOfThePlatform().stream()
                .filter(one -> one.get("reason").asString().contains(number.phoneNumberId()))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> failedOfThePlatform() {
        return platform("?status=failed");
    }

    private List<JsonNode> platform(String query) {
        return admin.with("Wait-For-Position", RunningApplication.settled()).all("/api/v1/webhook-journal" + query);
    }

    private static List<String> statuses(Business business) {
        return business.journal().stream()
                .map(one -> one.get("status").asString())
                .toList();
    }
}
