package io.chatledger.app.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A tenant of its own, and what its owner sees and does.
 *
 * @param id of the tenant
 */
public record Business(String id, String email, Client owner) {

    public static final String REPLAYS = "/api/v1/audit/replays";
    public static final String PASSWORD = "correct horse battery";

    public static Business register() {
        return register(RunningApplication.stranger(), registration(Unique.word() + "@example.com"));
    }

    /** At any application. */
    public static Business register(Client stranger, Map<String, Object> registration) {
        Answer answer = stranger.post("/api/v1/auth/register", registration).expecting(201);
        return new Business(
                answer.json().get("tenant").get("id").asString(),
                String.valueOf(registration.get("email")),
                stranger.withToken(answer.string("accessToken")));
    }

    public static Map<String, Object> registration(String email) {
        return Map.of(
                "company", "Peluquería Ñandú",
                "email", email,
                "password", PASSWORD,
                "firstName", "Ana",
                "lastName", "Soto");
    }

    public Number connect() {
        return connect(Number.unconnected());
    }

    public Number connect(Number number) {
        Answer answer = owner.post("/api/v1/channels", channel(number)).expecting(201);
        return new Number(number.phoneNumberId(), number.wabaId(), answer.string("id"));
    }

    public static Map<String, Object> channel(Number number) {
        return Map.of(
                "provider", "cloud_api",
                "name", "Recepción",
                "phoneNumberId", number.phoneNumberId(),
                "wabaId", number.wabaId(),
                "accessToken", "it-token");
    }

    /** The owner, who sees everything that has been delivered so far. */
    public Client upToDate() {
        return owner.with("Wait-For-Position", RunningApplication.settled());
    }

    /** Waits until the views show everything that has been delivered so far. */
    public void settle() {
        upToDate().get("/api/v1/conversations").expecting(200);
    }

    public List<JsonNode> conversations() {
        return upToDate().all("/api/v1/conversations");
    }

    public JsonNode onlyConversation() {
        List<JsonNode> conversations = conversations();
        assertThat(conversations).hasSize(1);
        return conversations.getFirst();
    }

    /** Id of the conversation that a customer's first message opens. */
    public String conversationWith(Number number, String customer) {
        Webhook.deliver(Body.messages(number, List.of(Body.text(customer, Unique.wamid(), "Hola"))));
        List<JsonNode> found = upToDate().all("/api/v1/conversations?q=" + customer);
        assertThat(found).hasSize(1);
        return found.getFirst().get("id").asString();
    }

    public List<JsonNode> messages(String conversation) {
        return upToDate().all(messagesOf(conversation));
    }

    /** Messages of the one conversation there is. */
    public List<JsonNode> messages() {
        return messages(onlyConversation().get("id").asString());
    }

    public Answer send(String conversation, String text) {
        return owner.post(messagesOf(conversation), Map.of("type", "text", "text", text));
    }

    /** Id of a message that has to be taken. */
    public String sent(String conversation, String text) {
        return send(conversation, text).expecting(202).string("id");
    }

    public JsonNode message(String conversation, String message) {
        return messages(conversation).stream()
                .filter(one -> one.get("id").asString().equals(message))
                .findFirst()
                .orElseThrow();
    }

    public JsonNode awaitStatus(String conversation, String message, String status) {
        return awaitMessage(
                conversation, message, one -> one.get("status").asString().equals(status));
    }

    public JsonNode awaitMessage(String conversation, String message, Predicate<JsonNode> wanted) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> message(conversation, message), wanted);
    }

    public List<JsonNode> journal() {
        return upToDate().all("/api/v1/webhook-journal");
    }

    /**
     * Id of a replay that can be looked at.
     *
     * @param upTo until when, as the API takes it
     */
    public String replay(Map<String, ?> upTo) {
        String id = owner.post(REPLAYS, upTo).expecting(202).string("id");
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> owner.get(REPLAYS + "/" + id).string("status"), "ready"::equals);
        return id;
    }

    public String replayAsOf(Instant moment) {
        return replay(Map.of("asOf", moment.toString()));
    }

    static String messagesOf(String conversation) {
        return "/api/v1/conversations/" + conversation + "/messages";
    }
}
