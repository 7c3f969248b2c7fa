package io.chatledger.command.conversation.whatsapp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this installation talks with the WhatsApp Cloud API.
 *
 * @param appSecret signs webhooks; without one no webhook is believed
 * @param verifyToken the handshake's token; without one no handshake succeeds
 * @param baseUrl of the Graph API, without the version
 * @param apiVersion such as {@code v23.0}
 */
@ConfigurationProperties("chatledger.whatsapp")
public record WhatsAppProperties(
        @Nullable String appSecret,
        @Nullable String verifyToken,
        @DefaultValue("https://graph.facebook.com") String baseUrl,
        @DefaultValue("v23.0") String apiVersion,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout) {

    /** Secrets stay out of logs. */
    @Override
    public String toString() {
        return "WhatsAppProperties[baseUrl=" + baseUrl + ", apiVersion=" + apiVersion + "]";
    }
}
