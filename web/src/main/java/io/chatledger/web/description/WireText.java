package io.chatledger.web.description;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** An example as it goes over the wire. */
final class WireText {

    private WireText() {}

    static String request(String verb, String path, JsonNode parameters, JsonNode body) {
        String filled = path;
        for (JsonNode one : parameters) {
            if (is(one, "path") && one.has("example")) {
                filled = filled.replace(
                        "{" + one.get("name").asString() + "}",
                        one.get("example").asString());
            }
        }
        String query = parameters
                .valueStream()
                .filter(one -> is(one, "query") && one.has("example"))
                .map(one ->
                        one.get("name").asString() + "=" + one.get("example").asString())
                .collect(Collectors.joining("&"));
        String headers = parameters
                .valueStream()
                .filter(one -> is(one, "header") && one.has("example"))
                .map(one -> "\n" + one.get("name").asString() + ": "
                        + one.get("example").asString())
                .collect(Collectors.joining());
        return verb + " " + filled + (query.isEmpty() ? "" : "?" + query) + headers
                + (body.isMissingNode() ? "" : "\n\n" + body.toPrettyString());
    }

    static String answer(Map.Entry<String, JsonNode> answer, JsonNode content) {
        int status = Integer.parseInt(answer.getKey());
        JsonNode example = content.path("example");
        String body = example.isMissingNode()
                ? ""
                : "\n\n" + (example.isString() ? example.asString() : example.toPrettyString());
        return status + " " + Objects.requireNonNull(HttpStatus.resolve(status)).getReasonPhrase() + body;
    }

    private static boolean is(JsonNode parameter, String in) {
        return parameter.path("in").asString("").equals(in);
    }
}
