package io.chatledger.app.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands where the application's webhook does, and keeps what arrives. */
@RestController
class ReceivingWebhooks {

    private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();

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
    }

    @PostMapping("/webhooks/whatsapp")
    ResponseEntity<Void> receive(
            @RequestBody byte[] body,
            @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String signature) {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return ResponseEntity.status(503).build();
        }
        arrived.add(new Arrived(body, signature));
        return ResponseEntity.ok().build();
    }

    void refuse(int times) {
        refusals.set(times);
    }

    void forget() {
        arrived.clear();
    }

    int waiting() {
        return arrived.size();
    }

    Arrived next() throws InterruptedException {
        Arrived next = arrived.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no webhook arrived");
        }
        return next;
    }

    List<Arrived> next(int count) throws InterruptedException {
        List<Arrived> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(next());
        }
        return some;
    }
}
