package io.chatledger.sandbox.whatsapp;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/** The part of the public API that the demonstration uses, as the contract words it. */
@RestController
@StandIn
class StandInApi {

    private static final String BEARER = "Authorization=Bearer of-the-demo";

    private final ReceivingWebhooks webhooks;
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean registered = new AtomicBoolean();

    StandInApi(ReceivingWebhooks webhooks) {
        this.webhooks = webhooks;
    }

    Queue<String> calls() {
        return calls;
    }

    @PostMapping("/api/v1/auth/register")
    ResponseEntity<Map<String, Object>> register(@RequestBody Map<String, Object> body) {
        calls.add("register " + body.get("slug"));
        return registered.compareAndSet(false, true)
                ? ResponseEntity.status(201).body(Map.of("accessToken", "of-the-demo"))
                : ResponseEntity.status(409).body(Map.of("code", "email-taken"));
    }

    @PostMapping(path = "/api/v1/channels", headers = BEARER)
    ResponseEntity<Void> connect(@RequestBody Map<String, Object> body) {
        calls.add("connect " + body.get("phoneNumberId"));
        return ResponseEntity.status(201).build();
    }

    @GetMapping(path = "/api/v1/conversations", headers = BEARER)
    Map<String, Object> conversations() {
        List<Map<String, Object>> items =
                webhooks.customers().stream().map(StandInApi::conversation).toList();
        return Map.of("items", items);
    }

    @PostMapping(path = "/api/v1/conversations/{id}/messages", headers = BEARER)
    ResponseEntity<Void> send(@PathVariable String id, @RequestBody Map<String, Object> body, HttpServletRequest call) {
        String customer = id.substring("of-".length());
        Map<String, Object> message = Map.of(
                "messaging_product",
                "whatsapp",
                SandboxCustomer.isUserId(customer) ? "recipient" : "to",
                customer,
                "text",
                Map.of("body", body.get("text")));
        RestClient.create("http://127.0.0.1:" + call.getLocalPort())
                .post()
                .uri("/sandbox/graph/v25.0/" + SandboxNumber.PHONE_NUMBER_ID + "/messages")
                .header("Authorization", "Bearer " + SandboxNumber.TOKEN)
                .body(message)
                .retrieve()
                .toBodilessEntity();
        calls.add("messages");
        return ResponseEntity.accepted().build();
    }

    @PostMapping(path = "/api/v1/conversations/{id}/{action}", headers = BEARER)
    void act(@PathVariable String action, @RequestBody Map<String, Object> body) {
        calls.add(action + " " + body.keySet());
    }

    private static Map<String, Object> conversation(String customer) {
        return Map.of(
                "id",
                "of-" + customer,
                "contact",
                Map.of("identities", List.of(Map.of("type", "phone", "value", customer))));
    }
}
