package io.chatledger.web.description;

import io.chatledger.app.rig.RunningApplication;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The document that the running application gives out. */
final class Document {

    private static final JsonNode ROOT =
            RunningApplication.stranger().get("/v3/api-docs").expecting(200).json();

    /**
     * One operation in it.
     *
     * @param verb of HTTP, in capitals
     */
    record Operation(String verb, String path, JsonNode node) {

        String id() {
            return node.path("operationId").asString("");
        }

        String permission() {
            return node.path(WhoMay.PERMISSION).asString("");
        }

        List<JsonNode> parameters() {
            return node.path("parameters").valueStream().toList();
        }

        /** What needs no access token, and must not end the session of one. */
        boolean isForStrangers() {
            return isWebhook() || path.startsWith("/api/v1/auth/");
        }

        /** Whether its body is described by a provider. */
        boolean isWebhook() {
            return path.startsWith("/webhooks/");
        }

        /** The schema of the body, with what it refers to; missing where there is no body. */
        JsonNode bodySchema() {
            return resolved(node.at("/requestBody/content/application~1json/schema"));
        }

        /** The content of the answer that is no error; missing where there is none. */
        JsonNode content(int status) {
            return node.path("responses")
                    .path(Integer.toString(status))
                    .path("content")
                    .valueStream()
                    .findFirst()
                    .orElse(node.path("nothing"));
        }

        /** The path with an id of nothing in each of its places. */
        String anyPath() {
            return path.replace("{name}", "messages-in")
                    .replace("{action}", "close")
                    .replaceAll("\\{\\w+}", "0199c3b2-7d4e-7a10-9c11-3f5a8e6b2dff");
        }

        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    private Document() {}

    static Stream<Operation> operations() {
        return ROOT.get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(one ->
                                new Operation(one.getKey().toUpperCase(Locale.ROOT), path.getKey(), one.getValue())));
    }

    static Operation operation(String id) {
        return operations().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? ROOT.at(schema.get("$ref").asString().substring(1)) : schema;
    }
}
