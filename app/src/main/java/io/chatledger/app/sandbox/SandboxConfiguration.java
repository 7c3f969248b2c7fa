package io.chatledger.app.sandbox;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The application as a WhatsApp provider for itself, where {@code chatledger.sandbox.enabled=true}.
 *
 * <p>The Graph API is at {@code /sandbox/graph}, the phone at {@code /sandbox}; webhooks go to {@code
 * chatledger.public-url}, signed with {@code chatledger.whatsapp.app-secret}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(prefix = "chatledger.sandbox", name = "enabled", havingValue = "true")
@Import({
    SandboxNumbers.class,
    ConnectedNumbers.class,
    Chats.class,
    MischiefSwitch.class,
    WebhookPost.class,
    WebhookSender.class,
    GraphApi.class,
    GraphNumbersApi.class,
    PhoneApi.class,
    PhonePage.class,
    SandboxDemo.class,
    SandboxSecurity.class
})
public class SandboxConfiguration {

    @Bean
    OwnAddress sandboxOwnAddress(@Value("${chatledger.public-url:}") String publicUrl) {
        return new OwnAddress(publicUrl);
    }

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
