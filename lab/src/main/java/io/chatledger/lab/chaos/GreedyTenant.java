package io.chatledger.lab.chaos;

import io.chatledger.lab.ApplicationProcess;
import io.chatledger.lab.SignedWebhook;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** One with a long history and no consideration. */
final class GreedyTenant {

    private static final String NUMBER = "900300";
    private static final int CUSTOMERS = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private GreedyTenant() {}

    /**
     * Moves in and has had all its messages when this returns.
     *
     * @return its access token
     */
    static String move(ApplicationProcess node, int messagesOfEach) throws IOException, InterruptedException {
        String token = Business.register(node, "Greedy", "greedy@chatledger.local", NUMBER)
                .token();
        int messages = messagesOfEach * CUSTOMERS;
        for (int n = 0; n < messages; n++) {
            int status = node.http()
                    .send(
                            SignedWebhook.of(NUMBER, 500 + n % CUSTOMERS, "wamid.GREEDY" + n)
                                    .to(node.uri("/webhooks/whatsapp"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status != 200) {
                throw new IllegalStateException("a message was answered " + status);
            }
        }
        Waiting.until(PATIENCE, () -> received(node, token) >= messages);
        return token;
    }

    private static long received(ApplicationProcess node, String token) throws IOException, InterruptedException {
        JsonNode conversations = node.get("/api/v1/conversations?limit=200", token);
        return conversations
                .get("items")
                .valueStream()
                .mapToLong(one -> one.get("messageCount").longValue())
                .sum();
    }
}
