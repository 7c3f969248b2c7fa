package io.chatledger.command.conversation.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.chatledger.command.conversation.OutboundMessage;
import io.chatledger.command.conversation.SendResult;
import io.chatledger.command.conversation.SendResult.Accepted;
import io.chatledger.command.conversation.SendResult.NotSent;
import io.chatledger.command.conversation.SendResult.Refused;
import io.chatledger.command.conversation.SendResult.Throttled;
import io.chatledger.command.conversation.SendResult.Unknown;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.tenant.TenantId;
import io.github.bucket4j.TimeMeter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WhatsAppCloudGatewayTest {

    private static final String PATH = "/v23.0/7001/messages";
    private static final ChannelId CHANNEL = ChannelId.of(new TenantId("shop"), new UUID(3, 4));
    private static final MessageContent TEXT = MessageContent.ofText("Lo esperamos");

    @RegisterExtension
    final WireMockExtension graph =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @Test
    void sendsATextAndLearnsItsId() {
        answer(okJson("{\"messages\":[{\"id\":\"wamid.OUT\"}]}"));
        assertThat(send(TEXT)).isEqualTo(new Accepted("wamid.OUT"));
        graph.verify(postRequestedFor(urlEqualTo(PATH))
                .withHeader("Authorization", equalTo("Bearer t0ken"))
                .withRequestBody(equalToJson("""
                        {"messaging_product":"whatsapp","recipient_type":"individual","to":"56900000001",
                         "context":{"message_id":"wamid.IN"},"type":"text",
                         "text":{"body":"Lo esperamos","preview_url":false},"biz_opaque_callback_data":"c:m"}
                        """)));
    }

    @Test
    void tellsARefusalInPlainWords() {
        answer(error(400, 131047));
        assertThat(send(TEXT)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.error().code()).isEqualTo(131047);
            assertThat(refused.error().reason()).isEqualTo("window-closed");
        });
        requests(1);
    }

    @Test
    void sendsOnceWhereTheAnswerComesTooLate() {
        answer(okJson("{\"messages\":[{\"id\":\"wamid.OUT\"}]}").withFixedDelay(1_500));
        assertThat(gateway(graph.baseUrl(), Duration.ofMillis(300)).send(message("56900000001", TEXT)))
                .isEqualTo(new Unknown("answer-timeout"));
        requests(1);
    }

    @Test
    void sendsOnceWhereTheConnectionBreaks() {
        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(send(TEXT)).isEqualTo(new Unknown("connection-lost"));
        requests(1);
    }

    @Test
    void sendsOnceWhereTheProviderBreaksWithoutAWord() {
        answer(aResponse().withStatus(502).withBody("<html>bad gateway</html>"));
        assertThat(send(TEXT)).isEqualTo(new Unknown("http-status-502"));
        requests(1);
    }

    @Test
    void doesNotTakeAnAnswerWithoutAnIdForAcceptance() {
        answer(okJson("{\"messaging_product\":\"whatsapp\"}"));
        assertThat(send(TEXT)).isInstanceOf(Unknown.class);
        requests(1);
    }

    @Test
    void triesAgainWhereTheProviderSaysThatItWasItsOwnTrouble() {
        answer(error(503, 131016));
        assertThat(send(TEXT)).isEqualTo(new NotSent("provider-unavailable", true));
        requests(3);
    }

    @Test
    void leavesTheProvidersPairLimitToTheCaller() {
        answer(error(400, 131056));
        assertThat(send(TEXT)).isEqualTo(new Throttled(Duration.ofSeconds(6)));
        requests(1);
    }

    @Test
    void isSureThatNothingWasSentWhereNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(gateway("http://127.0.0.1:" + port).send(message("56900000001", TEXT)))
                .isEqualTo(new NotSent("connection-refused", true));
    }

    @Test
    void stopsCallingAProviderThatDoesNotAnswer() {
        answer(aResponse().withStatus(500));
        WhatsAppCloudGateway gateway = gateway(graph.baseUrl());
        for (int call = 0; call < 10; call++) {
            gateway.send(message("56900000001", TEXT));
        }
        assertThat(gateway.send(message("56900000001", TEXT))).isEqualTo(new NotSent("circuit-open", true));
        requests(10);
    }

    @Test
    void doesNotCallWhereItsOwnLimitIsReached() {
        SendLimits limits = limits();
        while (limits.take("7001", "56900000001").isEmpty()) {
            // Somebody else uses up the customer's share.
        }
        WhatsAppCloudGateway gateway = new WhatsAppCloudGateway(
                new GraphClient(properties(graph.baseUrl(), Duration.ofSeconds(20))),
                channel -> Optional.of("t0ken"),
                limits);
        assertThat(gateway.send(message("56900000001", TEXT))).isInstanceOf(Throttled.class);
        requests(0);
    }

    @Test
    void sendsNothingWithoutAToken() {
        WhatsAppCloudGateway gateway = new WhatsAppCloudGateway(
                new GraphClient(properties(graph.baseUrl(), Duration.ofSeconds(20))),
                channel -> Optional.empty(),
                limits());
        assertThat(gateway.send(message("56900000001", TEXT))).isEqualTo(new NotSent("no-access-token", false));
        requests(0);
    }

    private void answer(ResponseDefinitionBuilder response) {
        graph.stubFor(post(urlEqualTo(PATH)).willReturn(response));
    }

    private static ResponseDefinitionBuilder error(int status, int code) {
        return okJson("{\"error\":{\"message\":\"m\",\"code\":" + code + ",\"error_data\":{\"details\":\"d\"}}}")
                .withStatus(status);
    }

    @Test
    void hasNoAddressWhereNothingButAUserNameIsKnown() {
        List<Identity> nameless = List.of(new Identity(IdentityType.username, "maria"));
        assertThat(gateway(graph.baseUrl()).send(message(nameless, MessageContent.ofText("Hola"))))
                .isEqualTo(new SendResult.NotSent("no-address", false));
        requests(0);
    }

    private void requests(int count) {
        graph.verify(count, postRequestedFor(urlEqualTo(PATH)));
    }

    private SendResult send(MessageContent content) {
        return gateway(graph.baseUrl()).send(message("56900000001", content));
    }

    private static OutboundMessage message(String phone, MessageContent content) {
        return message(
                List.of(new Identity(IdentityType.phone, phone), new Identity(IdentityType.bsuid, "CL.77")), content);
    }

    private static OutboundMessage message(List<Identity> identities, MessageContent content) {
        return new OutboundMessage(
                CHANNEL, new Endpoint(Provider.CLOUD_API, "7001"), identities, content, "wamid.IN", "c:m");
    }

    private static WhatsAppCloudGateway gateway(String baseUrl) {
        return gateway(baseUrl, Duration.ofSeconds(20));
    }

    private static WhatsAppCloudGateway gateway(String baseUrl, Duration readTimeout) {
        return new WhatsAppCloudGateway(
                new GraphClient(properties(baseUrl, readTimeout)), channel -> Optional.of("t0ken"), limits());
    }

    private static SendLimits limits() {
        return new SendLimits(TimeMeter.SYSTEM_NANOTIME);
    }

    private static WhatsAppProperties properties(String baseUrl, Duration readTimeout) {
        return new WhatsAppProperties("secret", "verify", baseUrl, "v23.0", Duration.ofSeconds(5), readTimeout);
    }
}
