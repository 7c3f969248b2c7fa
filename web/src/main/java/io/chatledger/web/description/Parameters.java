package io.chatledger.web.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.JavadocProvider;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.HandlerMethod;

/** Parameters and headers that mean the same in every call of their kind, so that none has to say it. */
final class Parameters implements OperationCustomizer {

    private static final Pattern CHOICE = Pattern.compile("\\{(\\w+):([a-z|-]+)}");
    private static final Pattern NAMED = Pattern.compile("([a-z-]+)/\\{id}");

    private final JavadocProvider docstrings;

    Parameters(JavadocProvider docstrings) {
        this.docstrings = docstrings;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (!Call.isOurs(method)) {
            return operation;
        }
        Call call = Call.of(method);
        describeFilters(operation, method);
        for (Parameter parameter : Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())) {
            describe(parameter, call);
        }
        if (call.isQuery() && call.path().startsWith("/api/")) {
            operation.addParametersItem(header(
                    "Wait-For-Position", "An Event-Position: answered only from read models at least that fresh."));
        }
        if (call.hasPast()) {
            operation.addParametersItem(text(
                    new QueryParameter().name("asOf"),
                    "An instant: the answer as it stood then. It takes the permission audit.read."));
            operation.addParametersItem(
                    header("Replay", "Id of a replay: the answer as it stood at its moment. Either this or asOf."));
        }
        if (call.isCommand()) {
            operation.addParametersItem(
                    header("Idempotency-Key", "1 to 255 characters: the same key and body are done once, for ever."));
            operation.getResponses().forEach((status, answer) -> {
                if (status.startsWith("2")) {
                    answer.addHeaderObject("Event-Position", position());
                }
            });
        }
        return operation;
    }

    /** Parameters that are taken together, as a record whose docstring explains them. */
    private void describeFilters(Operation operation, HandlerMethod method) {
        for (MethodParameter given : method.getMethodParameters()) {
            if (given.hasParameterAnnotation(ModelAttribute.class)
                    && given.getParameterType().isRecord()) {
                Map<String, String> meanings = docstrings.getRecordClassParamJavadoc(given.getParameterType());
                operation.getParameters().stream()
                        .filter(parameter -> meanings.containsKey(parameter.getName()))
                        .forEach(parameter -> parameter
                                .required(false)
                                .description(PlainDescriptions.text(meanings.get(parameter.getName()))));
            }
        }
    }

    private static void describe(Parameter parameter, Call call) {
        switch (parameter.getName()) {
            case "limit" -> limit(parameter);
            case "cursor" -> usual(parameter, "Where the part begins: nextCursor of the one before.");
            case "id" -> usual(parameter, named(call));
            default -> {
                Matcher choice = CHOICE.matcher(call.pattern());
                if (choice.find() && choice.group(1).equals(parameter.getName())) {
                    StringSchema schema = new StringSchema();
                    List.of(choice.group(2).split("\\|")).forEach(schema::addEnumItem);
                    parameter.setSchema(schema);
                }
            }
        }
    }

    private static void limit(Parameter parameter) {
        usual(parameter, "How many there are in a part at most.");
        Schema<Number> number = new IntegerSchema().format(null);
        number.setMinimum(BigDecimal.ONE);
        number.setMaximum(BigDecimal.valueOf(200));
        number.setDefault(50);
        parameter.setSchema(number);
    }

    /** In {@code conversations/{id}} it is that of the conversation. */
    private static String named(Call call) {
        Matcher named = NAMED.matcher(call.path());
        String what = named.find() ? named.group(1).replace('-', ' ') : "thing";
        String one = what.endsWith("ies") ? what.replaceFirst("ies$", "y") : what.replaceFirst("s$", "");
        return "Id of the " + one + ".";
    }

    private static void usual(Parameter parameter, String meaning) {
        if (parameter.getDescription() == null || parameter.getDescription().isBlank()) {
            parameter.setDescription(meaning);
        }
    }

    private static Header position() {
        return new Header()
                .description("What a query has to wait for, in Wait-For-Position, to see what this has changed.")
                .schema(new StringSchema());
    }

    private static Parameter header(String name, String meaning) {
        return text(new HeaderParameter().name(name), meaning);
    }

    private static Parameter text(Parameter parameter, String meaning) {
        return parameter.description(meaning).required(false).schema(new StringSchema());
    }
}
