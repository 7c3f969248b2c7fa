package io.chatledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.RunningApplication;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every parameter that a query takes, written in every way that means nothing. */
class QueryParametersIT {

    private static final Business BUSINESS = Business.register();
    private static final Client ADMIN = RunningApplication.admin();
    private static final List<String> NO_INSTANT =
            List.of("yesterday", "2026-01-01T00:00:00", "1767225600", "2026-13-01T00:00:00Z");

    @TestFactory
    Stream<DynamicTest> aParameterThatMeansNothingIsRefusedWithItsName() {
        return Calls.all()
                .filter(call -> call.method().equals("GET") && call.path().startsWith("/api/"))
                .flatMap(call -> call.parameters().stream()
                        .map(name -> DynamicTest.dynamicTest(call.path() + "?" + name, () -> refuses(call, name))));
    }

    private static void refuses(Calls.Call call, String name) {
        assertThat(meaningless(name)).allSatisfy(query -> {
            Client caller = call.path().startsWith("/api/v1/admin/") ? ADMIN : BUSINESS.owner();
            Answer answer = caller.get(call.path() + "?" + query + needed(call, name));
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.string("code")).isEqualTo("invalid-request");
            assertThat(answer.json().at("/errors/0/field").asString("")).isEqualTo(name);
        });
    }

    /** What has to be there too, so that it is the parameter in question which is refused. */
    private static String needed(Calls.Call call, String name) {
        return call.path().endsWith("/audit/diff")
                ? Stream.of("from=2020-01-01T00:00:00Z", "to=2020-01-02T00:00:00Z", "feature=channel")
                        .filter(one -> !one.startsWith(name + "="))
                        .collect(Collectors.joining("&", "&", ""))
                : "";
    }

    private static List<String> meaningless(String name) {
        Stream<String> values = switch (name) {
            case "limit" -> Stream.of("", "abc", "1.5", "0x10", "%2B5", "-1", "0", "201", "%D9%A5", "5%20");
            case "asOf", "from", "to" -> Stream.concat(Stream.of(""), NO_INSTANT.stream());
            case "q" -> Stream.of();
            default -> Stream.of("", "%20");
        };
        return Stream.concat(values.map(value -> name + "=" + value), Stream.of(name + "=a&" + name + "=b"))
                .toList();
    }
}
