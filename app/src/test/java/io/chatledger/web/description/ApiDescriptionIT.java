package io.chatledger.web.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Member;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.kernel.permission.Role;
import io.chatledger.web.description.Document.Operation;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** No operation without what a caller has to know of it. */
class ApiDescriptionIT {

    private static final Business BUSINESS = Business.register();
    private static final List<String> BOUNDS = List.of("maxLength", "pattern", "enum", "format", "maximum", "items");

    @TestFactory
    Stream<DynamicTest> everyOperationSaysWhatItDoes() {
        return each(one -> {
            assertThat(one.node().path("summary").asString("")).hasSizeBetween(5, 100);
            assertThat(one.node().path("description").asString("")).hasSizeGreaterThan(5);
            assertThat(one.node().path("tags").size()).isOne();
            assertThat(one.id()).isNotBlank();
        });
    }

    @TestFactory
    Stream<DynamicTest> everyParameterIsExplained() {
        return each(one -> assertThat(one.parameters())
                .allSatisfy(
                        parameter -> assertThat(parameter.path("description").asString(""))
                                .as(parameter.path("name").asString(""))
                                .isNotBlank()));
    }

    @TestFactory
    Stream<DynamicTest> everyFieldOfABodyIsExplainedAndBounded() {
        return each(one -> (one.isWebhook() ? one.node().path("a provider's") : one.bodySchema())
                .path("properties")
                .forEachEntry((name, field) -> {
                    JsonNode type = Document.resolved(field);
                    assertThat(field.path("description").asString("")).as(name).isNotBlank();
                    if (type.path("type").toString().contains("string")) {
                        assertThat(BOUNDS).as(name + " has no bound").anyMatch(type::has);
                        assertThat(type.path("minLength").asInt(1))
                                .as(name + " has a bound that bounds nothing")
                                .isPositive();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyOperationHasAnExample() {
        return each(one -> {
            assertThat(Example.of(one.id()))
                    .as("api/examples/%s.json", one.id())
                    .isPresent();
            assertThat(one.node().path("responses").propertyNames()).anyMatch(status -> status.startsWith("2"));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyOperationNamesItsProblems() {
        return each(one -> assertThat(one.node().path("responses").propertyStream())
                .filteredOn(answer -> !answer.getKey().startsWith("2"))
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.getValue().path(ErrorAnswers.CODES).isEmpty())
                            .isFalse();
                    assertThat(answer.getValue().path("content").has("application/problem+json"))
                            .isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> whoMayIsWhatIsEnforced() {
        return each(one -> {
            assertThat(one.node().path(WhoMay.WHO).asString("")).isNotBlank();
            boolean open = one.node().path("security").isEmpty();
            Answer stranger = call(RunningApplication.stranger(), one);
            assertThat(stranger.string("code").equals("unauthenticated")).isEqualTo(!open);
            if (!one.permission().isEmpty()) {
                withoutPermission(one);
            }
        });
    }

    private static void withoutPermission(Operation one) {
        List<String> may = List.of(one.node().path(WhoMay.WHO).asString("").split(", "));
        assertThat(Arrays.stream(Role.values()).filter(role -> !may.contains(role.name())))
                .allSatisfy(role -> assertThat(call(Member.of(BUSINESS, role).client(), one)
                                .refusedWith(403, "forbidden")
                                .string("detail"))
                        .contains(" " + one.permission() + "."));
    }

    private static Answer call(Client caller, Operation one) {
        return caller.with("Content-Type", "application/json")
                .send(
                        one.verb(),
                        one.anyPath(),
                        BodyPublishers.ofString(one.verb().equals("GET") ? "" : "{}"));
    }

    private static Stream<DynamicTest> each(java.util.function.Consumer<Operation> says) {
        return Document.operations().map(one -> DynamicTest.dynamicTest(one.toString(), () -> says.accept(one)));
    }
}
