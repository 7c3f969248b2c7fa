package io.chatledger.app.rig;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Graph API as the application reaches it: its own sandbox, but for the numbers that a test answers for. */
public final class Graph {

    private static final int LAST = 10;

    private final WireMockServer server = new WireMockServer(wireMockConfig().port(FreePort.find()));

    Graph() {
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    void leadTo(URI sandbox) {
        server.stubFor(any(anyUrl())
                .atPriority(LAST)
                .willReturn(aResponse().proxiedFrom(sandbox.toString().replaceAll("/$", ""))));
    }

    /** What calls for this number are answered from now on. */
    public void answer(Number number, ResponseDefinitionBuilder answer) {
        server.stubFor(post(urlPathMatching(path(number))).willReturn(answer));
    }

    /** What questions about this number are answered from now on. */
    public void answerQuestions(Number number, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathMatching("/[^/]+/" + number.phoneNumberId())).willReturn(answer));
    }

    /** The provider takes the message under that id. */
    public static ResponseDefinitionBuilder accepted(String providerMessageId) {
        return json(200, "{\"messaging_product\":\"whatsapp\",\"messages\":[{\"id\":\"" + providerMessageId + "\"}]}");
    }

    /** The provider refuses the message. */
    public static ResponseDefinitionBuilder refused(int code) {
        return json(400, "{\"error\":{\"message\":\"(#" + code + ") no\",\"code\":" + code + "}}");
    }

    /** The bodies of all calls for the number so far. */
    public List<JsonNode> calls(Number number) {
        return server.findAll(postRequestedFor(urlPathMatching(path(number)))).stream()
                .map(LoggedRequest::getBodyAsString)
                .map(body -> JsonMapper.shared().readTree(body))
                .toList();
    }

    /** Nobody listens at the provider's address until {@link #comeBack}. */
    public void goAway() {
        server.stop();
    }

    public void comeBack() {
        server.start();
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    private static String path(Number number) {
        return "/[^/]+/" + number.phoneNumberId() + "/messages";
    }
}
