package io.chatledger.sandbox.whatsapp;

import io.chatledger.sandbox.OnlyInSandbox;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The application as a WhatsApp provider for itself: the Graph API is at {@code /sandbox/graph}, the phone at {@code
 * /sandbox}; webhooks go to {@code chatledger.public-url}, signed with {@code chatledger.whatsapp.app-secret}.
 */
@Configuration(proxyBeanMethods = false)
@OnlyInSandbox
@Import({SandboxNumbers.class, Chats.class, MischiefSwitch.class, WebhookPost.class, WebhookSender.class})
class WhatsAppSandbox {

    @Bean
    SandboxTokens sandboxTokens(@Value("${chatledger.data-dir:}") String dataDir) {
        return new SandboxTokens(dataDir.isBlank() ? null : Path.of(dataDir, "sandbox-tokens.tsv"));
    }

    @Bean
    WebhookSignature sandboxWebhookSignature(@Value("${chatledger.whatsapp.app-secret:dev-app-secret}") String secret) {
        return new WebhookSignature(secret);
    }

    @Bean
    StatusReports sandboxStatusReports(WebhookSender webhooks, MischiefSwitch mischief) {
        return new StatusReports(webhooks, mischief, Clock.systemUTC());
    }

    @Bean
    GraphMessages sandboxGraphMessages(SandboxNumbers numbers, Chats chats, StatusReports statuses) {
        return new GraphMessages(numbers, chats, statuses, Clock.systemUTC());
    }

    @Bean
    CustomerPhone sandboxCustomerPhone(SandboxNumbers numbers, Chats chats, WebhookSender webhooks) {
        return new CustomerPhone(numbers, chats, webhooks, Clock.systemUTC());
    }
}
