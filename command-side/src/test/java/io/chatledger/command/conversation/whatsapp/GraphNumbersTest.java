package io.chatledger.command.conversation.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.chatledger.command.channel.EndpointOwnership.Proof;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphNumbersTest {

    private static final String NUMBER = "/v23.0/7001";
    private static final String NUMBERS = "/v23.0/8001/phone_numbers";
    private static final String FOUND =
            "{\"verified_name\":\"Rosa\",\"display_phone_number\":\"+56 9 1\",\"id\":\"7001\"}";

    @RegisterExtension
    final WireMockExtension graph =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @Test
    void believesWhatTheProviderSaysOfTheNumber() {
        number(okJson(FOUND));
        assertThat(prove(null)).isEqualTo(new Proof.Proved("+56 9 1"));
        graph.verify(getRequestedFor(urlPathEqualTo(NUMBER)).withHeader("Authorization", equalTo("Bearer t0ken")));
    }

    @Test
    void looksForTheNumberOnEveryPageOfItsAccount() {
        number(okJson(FOUND));
        graph.stubFor(get(urlPathEqualTo(NUMBERS))
                .willReturn(okJson(
                        "{\"data\":[{\"id\":\"1\"}],\"paging\":{\"cursors\":{\"after\":\"c1\"},\"next\":\"x\"}}")));
        graph.stubFor(get(urlPathEqualTo(NUMBERS))
                .withQueryParam("after", equalTo("c1"))
                .willReturn(okJson("{\"data\":[{\"id\":\"7001\"}]}")));
        assertThat(prove("8001")).isEqualTo(new Proof.Proved("+56 9 1"));
    }

    @Test
    void doesNotBelieveAnAccountThatHasNotTheNumber() {
        number(okJson(FOUND));
        graph.stubFor(get(urlPathEqualTo(NUMBERS)).willReturn(okJson("{\"data\":[{\"id\":\"1\"}]}")));
        assertThat(prove("8001")).isEqualTo(new Proof.Refused("wabaId", "not-in-business-account"));
    }

    @ParameterizedTest
    @CsvSource({"401, 190, access-token-expired", "400, 100, invalid-parameter", "403, 10, permission-denied"})
    void takesTheProvidersNoForANo(int status, int code, String reason) {
        number(error(status, code));
        assertThat(prove(null)).isEqualTo(new Proof.Refused("accessToken", reason));
        graph.verify(1, getRequestedFor(urlPathEqualTo(NUMBER)));
    }

    @Test
    void anotherObjectIsNoProof() {
        number(okJson("{\"id\":\"9999\"}"));
        assertThat(prove(null)).isInstanceOf(Proof.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"400, 4", "400, 80007", "400, 1", "429, 190", "500, 190"})
    void takesWhatPassesForNoAnswer(int status, int code) {
        number(error(status, code));
        assertThat(prove(null)).isInstanceOf(Proof.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"200;<html>", "200;[]", "200;{}", "404;<html>", "302;''", "204;''"})
    void takesNonsenseForNoAnswer(int status, String body) {
        number(aResponse().withStatus(status).withBody(body));
        assertThat(prove(null)).isInstanceOf(Proof.Unavailable.class);
    }

    @Test
    void asksAgainWhereTheProviderStumbles() {
        number(aResponse().withStatus(503));
        assertThat(prove(null)).isInstanceOf(Proof.Unavailable.class);
        graph.verify(3, getRequestedFor(urlPathEqualTo(NUMBER)));
    }

    @Test
    void asksOnceWhereTheAnswerComesTooLate() {
        number(okJson(FOUND).withFixedDelay(1_500));
        assertThat(numbers(Duration.ofMillis(300)).prove(new TenantId("shop"), "7001", null, "t0ken"))
                .isEqualTo(new Proof.Unavailable("answer-timeout"));
        graph.verify(1, getRequestedFor(urlPathEqualTo(NUMBER)));
    }

    @Test
    void oneTenantsTroubleIsNotAnothers() {
        number(aResponse().withStatus(404));
        GraphNumbers numbers = numbers(Duration.ofSeconds(5));
        for (int call = 0; call < 6; call++) {
            numbers.prove(new TenantId("shop"), "7001", null, "t0ken");
        }
        assertThat(numbers.prove(new TenantId("shop"), "7001", null, "t0ken"))
                .isEqualTo(new Proof.Unavailable("circuit-open"));
        number(okJson(FOUND));
        assertThat(numbers.prove(new TenantId("other"), "7001", null, "t0ken")).isInstanceOf(Proof.Proved.class);
    }

    @Test
    void manyQuestionsOfOneTenantKeepNoOtherWaiting() {
        number(okJson(FOUND).withFixedDelay(4_000));
        graph.stubFor(get(urlPathEqualTo("/v23.0/7002")).willReturn(okJson("{\"id\":\"7002\"}")));
        GraphNumbers numbers = numbers(Duration.ofSeconds(5));
        List<Thread> asking = Stream.generate(() -> Thread.ofPlatform()
                        .daemon()
                        .start(() -> numbers.prove(new TenantId("shop"), "7001", null, "t0ken")))
                .limit(40)
                .toList();
        while (!asking.stream().allMatch(GraphNumbersTest::waits)) {
            Thread.onSpinWait();
        }
        assertThat(numbers.prove(new TenantId("other"), "7002", null, "t0ken")).isInstanceOf(Proof.Proved.class);
        assertThat(asking).as("the first answer is not there yet").allMatch(Thread::isAlive);
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    private void number(ResponseDefinitionBuilder answer) {
        graph.stubFor(get(urlPathEqualTo(NUMBER)).willReturn(answer));
    }

    private static ResponseDefinitionBuilder error(int status, int code) {
        return okJson("{\"error\":{\"message\":\"m\",\"type\":\"OAuthException\",\"code\":" + code + "}}")
                .withStatus(status);
    }

    private Proof prove(@Nullable String wabaId) {
        return numbers(Duration.ofSeconds(5)).prove(new TenantId("shop"), "7001", wabaId, "t0ken");
    }

    private GraphNumbers numbers(Duration readTimeout) {
        return new GraphNumbers(new GraphQuestions(new GraphClient(new WhatsAppProperties(
                "secret", "verify", graph.baseUrl(), "v23.0", Duration.ofSeconds(5), readTimeout))));
    }
}
