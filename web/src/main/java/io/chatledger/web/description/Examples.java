package io.chatledger.web.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Puts the example of a call to its parameters, its body and its answer. */
final class Examples implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (Call.isOurs(method)) {
            Call call = Call.of(method);
            operation.setOperationId(call.id());
            operation.setTags(List.of(call.group()));
            Example.of(call.id()).ifPresent(example -> describe(operation, example));
        }
        return operation;
    }

    private static void describe(Operation operation, Example example) {
        List<Parameter> parameters = Objects.requireNonNullElse(operation.getParameters(), List.of());
        for (Parameter parameter : parameters) {
            Map<String, String> given = switch (parameter.getIn()) {
                case "path" -> example.path();
                case "query" -> example.query();
                default -> example.headers();
            };
            if (given != null && given.containsKey(parameter.getName())) {
                parameter.setExample(given.get(parameter.getName()));
            }
        }
        if (example.body() != null) {
            if (operation.getRequestBody() == null) {
                operation.setRequestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType("application/json", new MediaType().schema(Shape.of(example.body())))));
            }
            operation.getRequestBody().getContent().values().forEach(one -> one.setExample(example.body()));
        }
        answer(operation.getResponses(), example);
    }

    /** The declared answer under the status that it really has. */
    private static void answer(ApiResponses answers, Example example) {
        ApiResponse declared = answers.entrySet().stream()
                .filter(one -> one.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(ApiResponse::new);
        answers.keySet().removeIf(status -> status.startsWith("2"));
        Schema<?> schema = schema(declared);
        declared.setContent(null);
        if (example.answer() == null && example.type() != null) {
            Schema<?> file = new StringSchema().format("binary");
            declared.setContent(new Content().addMediaType(example.type(), new MediaType().schema(file)));
        } else if (example.answer() != null) {
            MediaType content =
                    new MediaType().schema(schema == null || isFree(schema) ? Shape.of(example.answer()) : schema);
            content.setExample(example.answer());
            declared.setContent(new Content().addMediaType(example.contentType(), content));
        }
        answers.addApiResponse(Integer.toString(example.status()), declared);
    }

    private static @Nullable Schema<?> schema(ApiResponse answer) {
        return answer.getContent() == null || answer.getContent().isEmpty()
                ? null
                : answer.getContent().values().iterator().next().getSchema();
    }

    /** Whether the method's own type says nothing of what is in it. */
    private static boolean isFree(Schema<?> schema) {
        return schema.get$ref() == null && schema.getProperties() == null && schema.getItems() == null;
    }
}
