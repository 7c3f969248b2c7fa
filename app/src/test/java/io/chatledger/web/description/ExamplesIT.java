package io.chatledger.web.description;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Rebuilding;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.web.description.Document.Operation;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every example of the document is sent, and answered as it says. */
class ExamplesIT {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TestFactory
    Stream<DynamicTest> anExampleIsAnsweredAsTheDocumentSays() {
        ExampleWorld world = ExampleWorld.create();
        return Document.operations()
                .filter(one -> !one.path().startsWith("/api/v1/admin/dead-letters"))
                .map(one -> DynamicTest.dynamicTest(
                        one.toString(), () -> verify(one, carriedOut(one, world.admin(), world))));
    }

    static Answer carriedOut(Operation one, Client admin, ExampleWorld world) {
        Example example = Example.of(one.id()).orElseThrow();
        return switch (one.id()) {
            case "delete-admin-projections-name-previous" -> {
                Rebuilding.one(admin, "channel");
                yield send(one, example, admin, world);
            }
            case "post-admin-projections-name-rebuild-cancel" ->
                // As quick as it may be, one of them is still running.
                await().atMost(Duration.ofSeconds(20))
                        .until(
                                () -> {
                                    admin.post(Rebuilding.PROJECTIONS + "/rebuild");
                                    return send(one, example, admin, world);
                                },
                                answer -> answer.status() == example.status());
            case "delete-account-sessions" ->
                // Whoever signs out everywhere asks for nothing more.
                send(one, example, Business.register().owner(), world);
            default -> {
                Rebuilding.names(admin).stream().limit(1).forEach(_ -> settled(admin));
                yield send(
                        one,
                        example,
                        one.path().startsWith("/api/v1/admin/")
                                ? admin
                                : world.business().owner(),
                        world);
            }
        };
    }

    private static void settled(Client admin) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> admin.get(Rebuilding.PROJECTIONS).items().stream()
                        .noneMatch(one ->
                                one.path("rebuild").path("state").asString("").equals("running")));
    }

    static Answer send(Operation one, Example example, Client caller, ExampleWorld world) {
        String path = one.path();
        for (Map.Entry<String, String> variable : given(example.path()).entrySet()) {
            path = path.replace("{" + variable.getKey() + "}", world.here(variable.getValue()));
        }
        String query = given(example.query()).entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(world.here(parameter.getValue()), UTF_8))
                .collect(Collectors.joining("&"));
        Client sender = one.isForStrangers() ? RunningApplication.stranger() : caller;
        for (Map.Entry<String, String> header : given(example.headers()).entrySet()) {
            sender = sender.with(header.getKey(), world.here(header.getValue()));
        }
        byte[] body = example.body() == null
                ? new byte[0]
                : world.here(JSON.writeValueAsString(example.body())).getBytes(UTF_8);
        if (given(example.headers()).containsKey("X-Hub-Signature-256")) {
            sender = sender.with("X-Hub-Signature-256", ExampleWorld.signature(body));
        }
        return sender.with("Content-Type", "application/json")
                .send(one.verb(), query.isEmpty() ? path : path + "?" + query, BodyPublishers.ofByteArray(body));
    }

    static void verify(Operation one, Answer answer) {
        Example example = Example.of(one.id()).orElseThrow();
        answer.expecting(example.status());
        if (example.answer() == null) {
            return;
        }
        assertThat(answer.header("Content-Type")).startsWith(example.contentType());
        if (!example.contentType().equals("application/json")) {
            return;
        }
        JsonNode documented = JSON.valueToTree(example.answer());
        JsonNode real = answer.json();
        SameShape.verify(documented, real, "answer");
        JsonNode schema = one.content(example.status()).path("schema");
        SchemaCheck.verify(schema, real, "answer");
        SchemaCheck.verify(schema, documented, "example");
    }

    private static Map<String, String> given(@Nullable Map<String, String> values) {
        return Objects.requireNonNullElse(values, Map.of());
    }
}
