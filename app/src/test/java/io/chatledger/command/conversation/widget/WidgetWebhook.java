package io.chatledger.command.conversation.widget;

import io.chatledger.command.webhook.WebhookInbox;
import io.chatledger.kernel.account.Allowed;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where the widget reports; a real one would sign. */
@RestController
@Profile("widget")
class WidgetWebhook {

    private final WebhookInbox inbox;

    WidgetWebhook(WebhookInbox inbox) {
        this.inbox = inbox;
    }

    @PostMapping("/webhooks/widget")
    @Allowed(to = Allowed.To.PROVIDERS)
    ResponseEntity<Void> receive(@RequestBody byte[] body) {
        inbox.accept(Widget.PROVIDER.name(), body);
        return ResponseEntity.ok().build();
    }
}
