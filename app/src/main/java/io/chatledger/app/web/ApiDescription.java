package io.chatledger.app.web;

import io.chatledger.command.request.ApiCommands;
import io.chatledger.kernel.account.Caller;
import io.chatledger.query.NotInThePast;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** What holds for every call of the API, said in the document that describes it. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OperationCustomizer whatEveryCallTakes() {
        return (operation, method) -> {
            if (!method.getBeanType().getPackageName().startsWith("io.chatledger")) {
                return operation;
            }
            if (!method.hasMethodAnnotation(GetMapping.class)) {
                return isCommand(method)
                        ? operation.addParametersItem(header(
                                "Idempotency-Key",
                                "1 to 255 characters; the same key and body are done once, for ever"))
                        : operation;
            }
            operation.addParametersItem(
                    header("Wait-For-Position", "an Event-Position; answers from read models at least that fresh"));
            return hasPast(method) ? past(operation) : operation;
        };
    }

    private static Operation past(Operation operation) {
        return operation
                .addParametersItem(
                        described(new QueryParameter().name("asOf"), "an instant: the answer as it stood then"))
                .addParametersItem(header("Replay", "id of a replay: the answer as it stood at its moment"));
    }

    private static boolean hasPast(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("io.chatledger.query")
                && !method.getBeanType().isAnnotationPresent(NotInThePast.class);
    }

    /** Whether its answer is remembered. */
    private static boolean isCommand(HandlerMethod method) {
        return Stream.of(method.getBeanType().getDeclaredConstructors())
                .flatMap(constructor -> Stream.of(constructor.getParameterTypes()))
                .anyMatch(ApiCommands.class::equals);
    }

    private static Parameter header(String name, String meaning) {
        return described(new HeaderParameter().name(name), meaning);
    }

    private static Parameter described(Parameter parameter, String meaning) {
        return parameter.description(meaning).required(false).schema(new StringSchema());
    }
}
