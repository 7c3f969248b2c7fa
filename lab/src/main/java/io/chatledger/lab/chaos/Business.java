package io.chatledger.lab.chaos;

import io.chatledger.lab.ApplicationProcess;
import io.chatledger.lab.SignedWebhook;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A company with one number and a few customers, who write again and again.
 *
 * @param token of its owner
 * @param conversations ids, one for each customer
 */
record Business(String token, List<String> conversations) {

    static final int CUSTOMERS = 12;

    private static final String NUMBER = "900200";

    /** Registers it; it has no conversations yet. */
    static Business register(ApplicationProcess node) throws IOException, InterruptedException {
        return register(node, "Chaos", "chaos@chatledger.local", NUMBER);
    }

    static Business register(ApplicationProcess node, String company, String email, String number)
            throws IOException, InterruptedException {
        Map<String, String> registration = Map.of(
                "company", company,
                "email", email,
                "password", "chaos-password-1",
                "firstName", "Ana",
                "lastName", "Soto");
        String token = node.post("/api/v1/auth/register", registration, "")
                .get("accessToken")
                .asString();
        Map<String, String> channel = Map.of(
                "provider", "cloud_api",
                "name", company,
                "phoneNumberId", number,
                "wabaId", "900100",
                "accessToken", "chaos");
        node.post("/api/v1/channels", channel, token);
        return new Business(token, List.of());
    }

    SignedWebhook webhook(long customer, String providerMessageId) {
        return SignedWebhook.of(NUMBER, customer % CUSTOMERS, providerMessageId);
    }

    /** The same for the same key. */
    String conversation(String key) {
        return conversations.get(Math.floorMod(key.hashCode(), conversations.size()));
    }
}
