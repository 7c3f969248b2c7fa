package io.chatledger.web.description;

import io.chatledger.command.request.ApiCommands;
import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.problem.Refuses;
import io.chatledger.query.NotInThePast;
import io.chatledger.query.ShowsPersonalData;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * One call of the API, as the method that answers it declares it.
 *
 * @param verb of HTTP, in capitals
 * @param pattern with its variables and what they may be
 */
record Call(HandlerMethod method, String verb, String pattern) {

    private static final String OURS = "io.chatledger";

    static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith(OURS);
    }

    static Call of(HandlerMethod method) {
        RequestMapping mapping = Objects.requireNonNull(
                AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class));
        String verb = mapping.method().length == 0 ? "GET" : mapping.method()[0].name();
        return new Call(method, verb, path(method.getBeanType()) + path(method.getMethod()));
    }

    /** Names the operation and its example, as in {@code post-channels-id-disconnect}. */
    String id() {
        String words = path().replaceFirst("^/api/v1/", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return verb.toLowerCase(Locale.ROOT) + "-" + words;
    }

    /** What it is about, which is how operations are told apart. */
    String group() {
        String first = path().replaceFirst("^/(api/v1/)?", "").replaceFirst("/.*", "");
        return first.equals("messages") ? "conversations" : first;
    }

    String path() {
        return pattern.replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    }

    @Nullable
    Allowed allowed() {
        return method.getMethodAnnotation(Allowed.class);
    }

    List<String> refusals() {
        Refuses refuses = method.getMethodAnnotation(Refuses.class);
        return refuses == null ? List.of() : List.of(refuses.value());
    }

    boolean isQuery() {
        return verb.equals("GET");
    }

    /** Whether its answer is remembered. */
    boolean isCommand() {
        return !isQuery()
                && Stream.of(method.getBeanType().getDeclaredConstructors())
                        .flatMap(constructor -> Stream.of(constructor.getParameterTypes()))
                        .anyMatch(ApiCommands.class::equals);
    }

    boolean hasPast() {
        return isQuery()
                && method.getBeanType().getPackageName().startsWith("io.chatledger.query")
                && !method.getBeanType().isAnnotationPresent(NotInThePast.class);
    }

    boolean showsPersonalData() {
        return method.hasMethodAnnotation(ShowsPersonalData.class);
    }

    boolean hasBody() {
        return has(RequestBody.class);
    }

    boolean namesSomething() {
        return has(PathVariable.class);
    }

    private boolean has(Class<? extends java.lang.annotation.Annotation> annotation) {
        return Stream.of(method.getMethodParameters()).anyMatch(one -> one.hasParameterAnnotation(annotation));
    }

    private static String path(AnnotatedElement element) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class);
        return mapping == null || mapping.path().length == 0 ? "" : mapping.path()[0];
    }
}
