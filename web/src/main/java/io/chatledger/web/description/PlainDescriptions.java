package io.chatledger.web.description;

import io.swagger.v3.oas.models.Operation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Turns the HTML of docstrings into CommonMark. */
final class PlainDescriptions implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        String summary = text(operation.getSummary());
        operation.setSummary(summary == null ? null : summary.replaceFirst("\\.$", ""));
        operation.setDescription(text(operation.getDescription()));
        Objects.requireNonNullElse(operation.getParameters(), List.<io.swagger.v3.oas.models.parameters.Parameter>of())
                .forEach(parameter -> parameter.setDescription(text(parameter.getDescription())));
        operation.getResponses().values().forEach(answer -> answer.setDescription(text(answer.getDescription())));
        return operation;
    }

    static @Nullable String text(@Nullable String html) {
        return html == null
                ? null
                : html.replaceAll("</?code>", "`")
                        .replaceAll("\\s*</?p>\\s*", "\n\n")
                        .replaceAll("<[^>]*>", "")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&")
                        .strip();
    }
}
