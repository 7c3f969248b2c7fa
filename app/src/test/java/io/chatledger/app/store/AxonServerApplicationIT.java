package io.chatledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.Rebuilding;
import io.chatledger.app.rig.Unique;
import io.chatledger.rig.axonserver.StandIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Everything above the engine works as on PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AxonServerApplicationIT {

    private static final String PROJECTIONS = "/api/v1/admin/projections";

    private final StandIn server = new StandIn();
    private final AxonServerApplication application = new AxonServerApplication(server.address());
    private final Client owner = register();
    private final Number number = connect();

    @AfterAll
    void close() {
        application.close();
        server.close();
    }

    @Test
    void aWebhookBecomesAMessageThatTheOwnerSeesAndAnswers() {
        String customer = Unique.digits();
        receive(customer, "Hola");
        receive(customer, "¿Están?");
        String conversation = onlyConversationWith(customer);
        assertThat(texts(upToDate(), conversation)).containsExactlyInAnyOrder("Hola", "¿Están?");

        var sent = owner.post(messages(conversation), Map.of("type", "text", "text", "Sí"))
                .expecting(202);
        Client reader = owner.with("Wait-For-Position", sent.header("Event-Position"));
        assertThat(texts(reader, conversation)).contains("Sí");
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> statusOf(conversation, sent.string("id")), "delivered"::equals);
    }

    @Test
    void theSameWebhookTwiceIsOneMessage() {
        String customer = Unique.digits();
        Body body = Body.messages(number, List.of(Body.text(customer, Unique.wamid(), "Una vez")));
        application.deliver(body);
        application.deliver(body);
        assertThat(texts(upToDate(), onlyConversationWith(customer))).containsExactly("Una vez");
    }

    @Test
    void readModelsAreRebuiltFromAxonServer() {
        String customer = Unique.digits();
        receive(customer, "Antes");
        String conversation = onlyConversationWith(customer);
        Rebuilding.all(application.admin());
        receive(customer, "Después");
        assertThat(texts(upToDate(), conversation)).containsExactlyInAnyOrder("Antes", "Después");
    }

    @Test
    void positionsBeginAtOneAndAreThoseOfAxonServer() {
        receive(Unique.digits(), "Hola");
        Client admin = application.admin();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(admin.get(PROJECTIONS).items())
                        .allSatisfy(one -> assertThat(one.get("position").longValue())
                                .isEqualTo(one.get("head").longValue())
                                .isEqualTo(server.log().last() + 1)));
    }

    @Test
    void thereIsNoHashChainAndThatIsSaid() {
        for (String question : List.of("verify", "events", "checkpoints", "export", "causation/x")) {
            owner.get("/api/v1/audit/" + question).refusedWith(409, "hash-chain-off");
        }
        owner.post("/api/v1/audit/checkpoints").refusedWith(409, "hash-chain-off");
        owner.post("/api/v1/audit/verify").refusedWith(409, "hash-chain-off");
        owner.post("/api/v1/audit/verify", Map.of()).refusedWith(409, "hash-chain-off");
    }

    @Test
    void noEventIsInPostgres() {
        assertThat(server.log().last()).isPositive();
        assertThat(application.number("select count(*) from event")).isZero();
        assertThat(application.number("select position from event_head")).isZero();
        assertThat(application.number("select count(*) from token_entry")).isPositive();
    }

    @Test
    void healthSaysHowFarTheStoreHasCome() {
        JsonNode health =
                application.admin().get("/actuator/health").expecting(200).json();
        assertThat(health.at("/components/eventStore/status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/eventStore/details/position").longValue())
                .isPositive();
    }

    private Client register() {
        var answer = application
                .stranger()
                .post("/api/v1/auth/register", Business.registration(Unique.word() + "@example.com"))
                .expecting(201);
        return application.stranger().withToken(answer.string("accessToken"));
    }

    private Number connect() {
        Number free = Number.unconnected();
        owner.post("/api/v1/channels", Business.channel(free)).expecting(201);
        return free;
    }

    private void receive(String customer, String text) {
        application.deliver(Body.messages(number, List.of(Body.text(customer, Unique.wamid(), text))));
    }

    private Client upToDate() {
        return owner.with("Wait-For-Position", Long.toString(server.log().last() + 1));
    }

    private String onlyConversationWith(String customer) {
        List<JsonNode> found = upToDate().all("/api/v1/conversations?q=" + customer);
        assertThat(found).hasSize(1);
        return found.getFirst().get("id").asString();
    }

    private static List<String> texts(Client reader, String conversation) {
        return reader.all(messages(conversation)).stream()
                .map(message -> message.at("/text").asString(""))
                .toList();
    }

    private String statusOf(String conversation, String message) {
        return upToDate().all(messages(conversation)).stream()
                .filter(one -> one.get("id").asString().equals(message))
                .map(one -> one.get("status").asString())
                .findFirst()
                .orElse("");
    }

    private static String messages(String conversation) {
        return "/api/v1/conversations/" + conversation + "/messages";
    }
}
