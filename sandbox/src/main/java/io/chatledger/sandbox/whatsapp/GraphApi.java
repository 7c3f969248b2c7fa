package io.chatledger.sandbox.whatsapp;

import io.chatledger.sandbox.OnlyInSandbox;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Graph API's messages endpoint: any version, any number, with the token that is the number's own.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages">Messages reference</a>
 */
@RestController
@OnlyInSandbox
@Hidden
class GraphApi {

    private static final Duration LONGER_THAN_ANY_CLIENT_WAITS = Duration.ofSeconds(90);

    private final GraphMessages messages;
    private final SandboxTokens tokens;
    private final MischiefSwitch mischief;
    private final JsonMapper json = JsonMapper.shared();
    private final Set<DeferredResult<Map<String, Object>>> hanging = ConcurrentHashMap.newKeySet();

    GraphApi(GraphMessages messages, SandboxTokens tokens, MischiefSwitch mischief) {
        this.messages = messages;
        this.tokens = tokens;
        this.mischief = mischief;
    }

    @PostMapping("/sandbox/graph/{version}/{phoneNumberId:[A-Za-z0-9_-]{1,64}}/messages")
    DeferredResult<Map<String, Object>> send(
            @PathVariable String phoneNumberId,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody(required = false) byte @Nullable [] body) {
        tokens.mustBeFor(phoneNumberId, BearerToken.of(authorization));
        JsonNode request = parse(body);
        if ("read".equals(request.path("status").asString(""))) {
            return now(messages.read(phoneNumberId, request));
        }
        Integer code = mischief.current().codeOfAnswer();
        if (code != null) {
            throw new GraphProblem(GraphCode.of(code), "Refused on purpose by the sandbox.");
        }
        boolean drop = mischief.current().dropResponse();
        Map<String, Object> answer = messages.send(phoneNumberId, request);
        return drop ? muchLater(answer) : now(answer);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(GraphProblem problem) {
        return ResponseEntity.status(problem.status()).body(problem.body());
    }

    /** Calls that hang must not hold up the shutdown. */
    @EventListener
    void closing(ContextClosedEvent closing) {
        hanging.forEach(result -> result.setResult(Map.of()));
    }

    private JsonNode parse(byte @Nullable [] body) {
        try {
            JsonNode request = body == null ? json.createObjectNode() : json.readTree(body);
            if (request.isObject()) {
                return request;
            }
        } catch (JacksonException unreadable) {
            throw GraphProblem.invalid("The request body is not valid JSON.");
        }
        throw GraphProblem.invalid("The request body must be a JSON object.");
    }

    private static DeferredResult<Map<String, Object>> now(Map<String, Object> answer) {
        DeferredResult<Map<String, Object>> result = new DeferredResult<>();
        result.setResult(answer);
        return result;
    }

    private DeferredResult<Map<String, Object>> muchLater(Map<String, Object> answer) {
        DeferredResult<Map<String, Object>> result =
                new DeferredResult<>(LONGER_THAN_ANY_CLIENT_WAITS.toMillis(), answer);
        hanging.add(result);
        result.onCompletion(() -> hanging.remove(result));
        return result;
    }
}
