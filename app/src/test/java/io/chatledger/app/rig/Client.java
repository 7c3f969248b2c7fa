package io.chatledger.app.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the application over HTTP, always with the same headers. */
public record Client(URI base, Map<String, String> headers) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** With a header more, or another value of one. */
    public Client with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Client(base, more);
    }

    public Client withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Client signedIn(String email, String password) {
        Answer answer = post("/api/v1/auth/login", Map.of("email", email, "password", password))
                .expecting(200);
        return withToken(answer.string("accessToken"));
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    /** The body is turned into JSON. */
    public Answer post(String path, Object body) {
        return post(path, JsonMapper.shared().writeValueAsBytes(body));
    }

    /** @param body what is written as JSON */
    public Answer put(String path, Object body) {
        byte[] json = JsonMapper.shared().writeValueAsBytes(body);
        return with("Content-Type", "application/json").send("PUT", path, BodyPublishers.ofByteArray(json));
    }

    public Answer post(String path, byte[] json) {
        return with("Content-Type", "application/json").send("POST", path, BodyPublishers.ofByteArray(json));
    }

    public Answer send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).method(method, body).timeout(PATIENCE);
        headers.forEach(request::header);
        try {
            return Answer.of(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Everything in a list, page by page. */
    public List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String page = path + (path.contains("?") ? "&" : "?") + "limit=200";
        for (String cursor = ""; cursor != null; ) {
            Answer answer = get(cursor.isEmpty() ? page : page + "&cursor=" + cursor);
            items.addAll(answer.items());
            JsonNode next = answer.json().get("nextCursor");
            cursor = next.isNull() ? null : next.asString();
        }
        return items;
    }
}
