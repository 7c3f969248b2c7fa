package io.chatledger.web;

import io.chatledger.app.rig.RunningApplication;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the running application can be asked over HTTP, by its controllers' own words. */
final class Calls {

    private Calls() {}

    /**
     * One call.
     *
     * @param path with an id of nothing in each of its places
     * @param parameters that its address may have
     * @param body the record that a body becomes; null where there is none
     */
    record Call(
            String method,
            String path,
            List<String> parameters,
            @Nullable Class<?> body) {}

    static Stream<Call> all() {
        return Objects.requireNonNull(
                        RunningApplication.bean(DispatcherServlet.class).getHandlerMappings())
                .stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .flatMap(mapping -> ((RequestMappingHandlerMapping) mapping).getHandlerMethods().entrySet().stream())
                .flatMap(entry -> calls(entry.getKey(), entry.getValue()));
    }

    private static Stream<Call> calls(RequestMappingInfo mapping, HandlerMethod method) {
        List<MethodParameter> parameters = Stream.of(method.getMethodParameters())
                .map(parameter -> parameter.withContainingClass(method.getBeanType()))
                .toList();
        parameters.forEach(parameter -> parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer()));
        return mapping.getMethodsCondition().getMethods().stream()
                .flatMap(verb -> mapping.getPatternValues().stream()
                        .map(pattern -> new Call(
                                verb.name(),
                                filled(pattern),
                                parameters.stream().flatMap(Calls::names).toList(),
                                parameters.stream()
                                        .filter(one -> one.hasParameterAnnotation(RequestBody.class))
                                        .<Class<?>>map(MethodParameter::getParameterType)
                                        .filter(Class::isRecord)
                                        .findFirst()
                                        .orElse(null))));
    }

    private static Stream<String> names(MethodParameter parameter) {
        RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
        if (named != null) {
            return Stream.of(named.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : named.name());
        }
        return parameter.hasParameterAnnotation(ModelAttribute.class)
                        && parameter.getParameterType().isRecord()
                ? Stream.of(parameter.getParameterType().getRecordComponents()).map(component -> component.getName())
                : Stream.of();
    }

    private static String filled(String pattern) {
        return pattern.replace("metrics/{name}", "metrics/messages-in")
                .replaceAll("\\{\\w+:([\\w-]+)[^}]*}", "$1")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    }
}
