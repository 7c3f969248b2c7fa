package io.chatledger.sandbox.whatsapp;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The demonstration's tenant, worked with through the public API as any integration would. */
final class DemoAccount {

    static final String EMAIL = "demo@chatledger.local";
    static final String PASSWORD = "demo-chatledger-1";

    private static final Map<String, Object> REGISTRATION = Map.of(
            "company", "Peluquería Aurora",
            "slug", "aurora",
            "email", EMAIL,
            "password", PASSWORD,
            "firstName", "Paulina",
            "lastName", "Aurora",
            "timeZone", "America/Santiago",
            "currency", "CLP");

    private final RestClient api;

    private DemoAccount(RestClient api) {
        this.api = api;
    }

    /** @return empty where it has been registered before */
    static Optional<DemoAccount> register(String address) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build());
        requests.setReadTimeout(Duration.ofSeconds(30));
        RestClient.Builder client =
                RestClient.builder().requestFactory(requests).baseUrl(address);
        try {
            JsonNode registered = post(client.build(), "/api/v1/auth/register", REGISTRATION);
            String bearer = "Bearer " + registered.path("accessToken").asString();
            return Optional.of(new DemoAccount(
                    client.defaultHeader(HttpHeaders.AUTHORIZATION, bearer).build()));
        } catch (HttpClientErrorException refused) {
            if (refused.getStatusCode() == HttpStatus.CONFLICT) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    void connect(SandboxNumber number) {
        Map<String, Object> channel = Map.of(
                "provider",
                "cloud_api",
                "name",
                "WhatsApp Aurora",
                "phoneNumberId",
                number.phoneNumberId(),
                "wabaId",
                number.wabaId(),
                "displayPhoneNumber",
                number.displayPhoneNumber(),
                "accessToken",
                SandboxNumber.TOKEN);
        post(api, "/api/v1/channels", channel);
    }

    void answer(String conversation, String text) {
        post(api, "/api/v1/conversations/" + conversation + "/messages", Map.of("type", "text", "text", text));
    }

    void act(String conversation, String action, String argument) {
        String path = "note".equals(action) ? "notes" : action;
        Map<String, Object> body = switch (action) {
            case "topic" -> Map.of("topic", argument);
            case "note" -> Map.of("text", argument);
            default -> Map.of();
        };
        post(api, "/api/v1/conversations/" + conversation + "/" + path, body);
    }

    /** @param customer a phone's digits or a user id */
    Optional<String> conversationWith(String customer) {
        JsonNode page =
                api.get().uri("/api/v1/conversations?limit=200").retrieve().body(JsonNode.class);
        return page == null
                ? Optional.empty()
                : page.path("items")
                        .valueStream()
                        .filter(item -> item.path("contact")
                                .path("identities")
                                .valueStream()
                                .anyMatch(identity -> customer.equals(
                                        SandboxCustomer.isUserId(customer)
                                                ? identity.path("value").asString()
                                                : SandboxCustomer.digits(
                                                        identity.path("value").asString()))))
                        .map(item -> item.path("id").asString())
                        .findFirst();
    }

    private static JsonNode post(RestClient client, String path, Map<String, Object> body) {
        JsonNode answer = client.post().uri(path).body(body).retrieve().body(JsonNode.class);
        return answer == null ? tools.jackson.databind.node.MissingNode.getInstance() : answer;
    }
}
