package io.chatledger.sandbox.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands where the application's webhook does, and keeps what arrives, apart for each customer. */
@RestController
@StandIn
class ReceivingWebhooks {

    private final Map<String, BlockingQueue<Arrived>> arrived = new ConcurrentHashMap<>();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

    record Arrived(byte[] body, @Nullable String signature) {

        String text() {
            return new String(body, UTF_8);
        }

        JsonNode value() {
            return JsonMapper.shared().readTree(body).at("/entry/0/changes/0/value");
        }

        String status() {
            return value().at("/statuses/0/status").asString("");
        }

        /** A phone's digits, or the user id of somebody without one. */
        String customer() {
            JsonNode contact = value().at("/contacts/0");
            return contact.path(contact.has("wa_id") ? "wa_id" : "user_id").asString();
        }
    }

    @PostMapping("/webhooks/whatsapp")
    ResponseEntity<Void> receive(
            @RequestBody byte[] body,
            @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String signature) {
        Arrived webhook = new Arrived(body, signature);
        if (refusals.merge(webhook.customer(), -1, Integer::sum) >= 0) {
            return ResponseEntity.status(503).build();
        }
        of(webhook.customer()).add(webhook);
        return ResponseEntity.ok().build();
    }

    void refuse(String customer, int times) {
        refusals.put(customer, times);
    }

    int refusalsLeft(String customer) {
        return Math.max(0, refusals.getOrDefault(customer, 0));
    }

    int waiting(String customer) {
        return of(customer).size();
    }

    Set<String> customers() {
        return Set.copyOf(arrived.keySet());
    }

    Arrived next(String customer) throws InterruptedException {
        Arrived next = of(customer).poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no webhook arrived");
        }
        return next;
    }

    List<Arrived> next(String customer, int count) throws InterruptedException {
        List<Arrived> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(next(customer));
        }
        return some;
    }

    private BlockingQueue<Arrived> of(String customer) {
        return arrived.computeIfAbsent(customer, anybody -> new LinkedBlockingQueue<>());
    }
}
