package io.chatledger.web.description;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The document, ready to be read by a person.
 *
 * @param groups of operations on the same kind of thing
 */
record ApiPage(String title, Prose about, List<Group> groups) {

    /** What a newcomer needs first and what hardly anybody does; the rest is between them. */
    private static final Map<String, Integer> PLACES = Map.of("auth", 0, "webhooks", 2, "admin", 3);

    record Group(String name, List<Operation> operations) {}

    /**
     * One operation.
     *
     * @param who whom it is for
     * @param permission that it takes; null where none is needed
     * @param body fields of the request's body
     * @param request an example, as it goes over the wire
     * @param answer what came back for the example
     * @param fields of the answer's body
     */
    record Operation(
            String id,
            String verb,
            String path,
            String summary,
            Prose description,
            String who,
            @Nullable String permission,
            List<SchemaFields.Field> parameters,
            List<SchemaFields.Field> body,
            String request,
            String answer,
            List<SchemaFields.Field> fields,
            List<Refusal> refusals) {}

    /** @param status of HTTP */
    record Refusal(String status, String code, String meaning) {}

    static ApiPage of(JsonNode document) {
        SchemaFields fields = new SchemaFields(document);
        Map<String, List<Operation>> groups = new LinkedHashMap<>();
        document.get("paths")
                .forEachEntry((path, verbs) -> verbs.forEachEntry((verb, node) -> groups.computeIfAbsent(
                                node.at("/tags/0").asString("other"), _ -> new ArrayList<>())
                        .add(operation(verb.toUpperCase(Locale.ROOT), path, node, fields))));
        return new ApiPage(
                document.at("/info/title").asString(""),
                Prose.of(document.at("/info/description").asString("")),
                groups.entrySet().stream()
                        .sorted(Comparator.comparing(
                                        (Map.Entry<String, ?> group) -> PLACES.getOrDefault(group.getKey(), 1))
                                .thenComparing(Map.Entry::getKey))
                        .map(group -> new Group(
                                group.getKey(),
                                group.getValue().stream()
                                        .sorted(Comparator.comparing(Operation::path))
                                        .toList()))
                        .toList());
    }

    private static Operation operation(String verb, String path, JsonNode node, SchemaFields fields) {
        Map.Entry<String, JsonNode> answer = node.path("responses")
                .propertyStream()
                .filter(one -> one.getKey().startsWith("2"))
                .findFirst()
                .orElseThrow();
        JsonNode body = content(node.path("requestBody"));
        JsonNode content = content(answer.getValue());
        return new Operation(
                node.path("operationId").asString(""),
                verb,
                path,
                node.path("summary").asString(""),
                Prose.of(more(node)),
                node.path(WhoMay.WHO).asString(""),
                node.path(WhoMay.PERMISSION).asString(null),
                fields.ofParameters(node.path("parameters")),
                fields.of(body.path("schema")),
                WireText.request(verb, path, node.path("parameters"), body.path("example")),
                WireText.answer(answer, content),
                fields.of(content.path("schema")),
                refusals(node.path("responses")));
    }

    /** A docstring's first sentence is the summary already. */
    private static String more(JsonNode operation) {
        String all = operation.path("description").asString("");
        String summary = operation.path("summary").asString("") + ".";
        return all.startsWith(summary) ? all.substring(summary.length()) : all;
    }

    private static JsonNode content(JsonNode holder) {
        return holder.path("content").valueStream().findFirst().orElse(holder.path("nothing"));
    }

    private static List<Refusal> refusals(JsonNode answers) {
        return answers.propertyStream()
                .flatMap(answer -> answer.getValue().path(ErrorAnswers.CODES).isMissingNode()
                        ? Stream.of()
                        : answer.getValue()
                                .path(ErrorAnswers.CODES)
                                .propertyStream()
                                .map(code -> new Refusal(
                                        answer.getKey(),
                                        code.getKey(),
                                        code.getValue().asString(""))))
                .toList();
    }
}
