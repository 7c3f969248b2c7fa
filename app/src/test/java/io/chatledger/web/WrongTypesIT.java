package io.chatledger.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.web.WrongValues.Wrong;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every field of every body that callers send, with each JSON type that it does not have. */
class WrongTypesIT {

    private static final Business BUSINESS = Business.register();
    private static final Client ADMIN = RunningApplication.admin();

    @TestFactory
    Stream<DynamicTest> aWrongTypeIsRefusedWithItsField() {
        return Calls.all()
                .filter(call -> call.path().startsWith("/api/") && call.body() != null)
                .map(call -> DynamicTest.dynamicTest(call.method() + " " + call.path(), () -> refusesEach(call)));
    }

    private static void refusesEach(Calls.Call call) {
        long before = events();
        List<Wrong> wrongs = WrongValues.of(Objects.requireNonNull(call.body()));
        assertThat(wrongs).isNotEmpty();
        assertThat(wrongs).allSatisfy(wrong -> {
            Answer answer = send(call, wrong.json());
            assertThat(answer.status()).as(wrong + ": " + answer.text()).isEqualTo(400);
            assertThat(answer.string("code")).isEqualTo("invalid-request");
            assertThat(answer.json().at("/errors/0/field").asString(""))
                    .as(wrong.json())
                    .isEqualTo(wrong.field());
            assertThat(answer.json().at("/errors/0/code").asString("")).isNotBlank();
            assertThat(answer.json().at("/errors/0/message").asString("")).isNotBlank();
        });
        assertThat(events()).isEqualTo(before);
    }

    private static Answer send(Calls.Call call, String json) {
        Client caller = call.path().startsWith("/api/v1/admin/") ? ADMIN : BUSINESS.owner();
        return caller.with("Content-Type", "application/json")
                .send(call.method(), call.path(), BodyPublishers.ofByteArray(json.getBytes(UTF_8)));
    }

    private static long events() {
        return RunningApplication.number("select count(*) from event where tenant_id = ?", BUSINESS.id());
    }
}
