package io.chatledger.web.description;

import io.chatledger.kernel.account.Allowed;
import io.chatledger.web.description.ProblemCodes.Code;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Says with which problems a call may be answered: its own, and those of all calls of its kind. */
final class ErrorAnswers implements OperationCustomizer {

    /** The codes of an answer and what they mean, for readers that do not parse descriptions. */
    static final String CODES = "x-codes";

    private static final Set<Integer> LATER = Set.of(429, 503);

    private final ProblemCodes codes = new ProblemCodes();

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (!Call.isOurs(method)) {
            return operation;
        }
        Map<Integer, List<Code>> byStatus = named(Call.of(method)).stream()
                .map(codes::of)
                .collect(Collectors.groupingBy(Code::status, TreeMap::new, Collectors.toList()));
        byStatus.forEach((status, these) ->
                operation.getResponses().addApiResponse(Integer.toString(status), answer(status, these)));
        return operation;
    }

    private static Set<String> named(Call call) {
        Set<String> all = new LinkedHashSet<>(call.refusals());
        Allowed allowed = call.allowed();
        Allowed.To whom = allowed == null ? Allowed.To.HOLDERS : allowed.to();
        if (whom != Allowed.To.PROVIDERS) {
            all.add("invalid-request");
        }
        if (whom == Allowed.To.HOLDERS || whom == Allowed.To.MEMBERS) {
            all.add("unauthenticated");
        }
        if (whom == Allowed.To.EVERYBODY) {
            all.add("too-many-requests");
        }
        if (whom == Allowed.To.HOLDERS) {
            all.add("forbidden");
        }
        if (call.namesSomething()) {
            all.add("not-found");
        }
        if (call.hasBody()) {
            all.addAll(List.of(
                    "body-too-large", "unsupported-media-type", "body-too-slow", "too-many-bodies", "overloaded"));
        }
        all.addAll(ofItsKind(call));
        all.addAll(List.of("storage-unavailable", "internal-error"));
        return all;
    }

    private static List<String> ofItsKind(Call call) {
        List<String> all = new ArrayList<>();
        if (call.isCommand()) {
            all.addAll(List.of("idempotency-key-reused", "busy", "overloaded", "outcome-unknown"));
        }
        if (call.hasPast()) {
            all.addAll(List.of("replay-failed", "replay-expired", "too-many-replays", "replay-building"));
        }
        if (call.showsPersonalData()) {
            all.add("audit-unavailable");
        }
        if (call.isQuery() && call.path().startsWith("/api/")) {
            all.addAll(List.of("too-many-requests", "too-long", "read-model-behind"));
        }
        return all;
    }

    private static ApiResponse answer(int status, List<Code> codes) {
        Schema<?> code = new StringSchema();
        code.setType("string");
        codes.forEach(one -> ((StringSchema) code).addEnumItem(one.code()));
        Schema<?> schema = new Schema<>()
                .addAllOfItem(new Schema<>().$ref("#/components/schemas/Problem"))
                .addAllOfItem(new Schema<>().addProperty("code", code));
        ApiResponse answer = new ApiResponse()
                .description(codes.stream()
                        .map(one -> "`" + one.code() + "`: " + one.meaning())
                        .collect(Collectors.joining("\n\n")))
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
        if (LATER.contains(status)) {
            answer.addHeaderObject("Retry-After", seconds());
        }
        answer.addExtension(
                CODES,
                codes.stream()
                        .collect(Collectors.toMap(Code::code, Code::meaning, (one, _) -> one, LinkedHashMap::new)));
        return answer;
    }

    private static Header seconds() {
        return new Header()
                .description("Seconds after which it may be tried again.")
                .schema(new IntegerSchema().format(null));
    }
}
