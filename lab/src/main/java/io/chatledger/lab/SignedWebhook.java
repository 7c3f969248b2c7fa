package io.chatledger.lab;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One message of one customer, as WhatsApp posts it.
 *
 * @param providerMessageId of the message
 */
public record SignedWebhook(String providerMessageId, byte[] body) {

    private static final String BODY = """
            {"object":"whatsapp_business_account","entry":[{"id":"900100","changes":[{"field":"messages","value":\
            {"messaging_product":"whatsapp","metadata":{"display_phone_number":"56220000000","phone_number_id":"%s"},\
            "contacts":[{"profile":{"name":"Customer %d"},"wa_id":"5697%07d"}],"messages":[{"from":"5697%07d",\
            "id":"%s","timestamp":"%d","type":"text","text":{"body":"\\u00bfTienen hora para ma\\u00f1ana?"}}]}}]}]}""";

    /** @param phoneNumberId the business's number */
    public static SignedWebhook of(String phoneNumberId, long customer, String providerMessageId) {
        String json = BODY.formatted(
                phoneNumberId,
                customer,
                customer,
                customer,
                providerMessageId,
                Instant.now().getEpochSecond());
        return new SignedWebhook(providerMessageId, json.getBytes(StandardCharsets.UTF_8));
    }

    /** @param address of the application's webhooks */
    public HttpRequest.Builder to(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", "sha256=" + sign())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private String sign() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ApplicationProcess.APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
