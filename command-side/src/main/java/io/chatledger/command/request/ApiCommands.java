package io.chatledger.command.request;

import io.chatledger.command.Commands;
import io.chatledger.eventstore.EventPositions;
import io.chatledger.eventstore.NewStreams;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.request.RequestId;
import io.chatledger.vault.BlindIndex;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out what the HTTP API is asked for. An {@code Idempotency-Key} makes it happen once; the answer says by
 * {@code Event-Position} what a query has to wait for to see it.
 */
@Component
public class ApiCommands {

    private static final int LONGEST_KEY = 255;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Commands commands;
    private final BlindIndex blindIndex;
    private final EventPositions positions;
    private final InstantSource clock;
    private final JsonMapper json;

    ApiCommands(
            Commands commands, BlindIndex blindIndex, EventPositions positions, InstantSource clock, JsonMapper json) {
        this.commands = commands;
        this.blindIndex = blindIndex;
        this.positions = positions;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Sends a command and answers.
     *
     * @param body what was asked, as parsed; it decides whether a repeated key means the same. Only a keyed hash is kept
     * @param answer what to answer the first time; the same is answered to a repetition. No secrets, no personal data
     */
    public ResponseEntity<Map<String, Object>> carryOut(
            HttpServletRequest request,
            Origin origin,
            Object command,
            @Nullable Object body,
            HttpStatus status,
            Map<String, Object> answer) {
        return answer(status, once(request, origin, command, body, answer));
    }

    /** An answer that says what a query has to wait for, where that can be told. */
    public ResponseEntity<Map<String, Object>> answer(HttpStatus status, Map<String, Object> given) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        positions.toTell().ifPresent(position -> answer.header("Event-Position", position));
        return answer.body(given);
    }

    /** As {@link #carryOut}, for callers that make their answer of what was answered first. */
    public Map<String, Object> once(
            HttpServletRequest request,
            Origin caller,
            Object command,
            @Nullable Object body,
            Map<String, Object> answer) {
        Origin origin = asLogged(caller);
        String key = key(request);
        if (key == null) {
            commands.send(command, origin);
            return answer;
        }
        OnceOnly.Request once = new OnceOnly.Request(
                requestId(origin, key),
                fingerprint(request, origin, body),
                json.writeValueAsString(answer),
                clock.instant());
        Map<String, Object> attachments =
                new HashMap<>(NewStreams.expecting(once.id().value()));
        attachments.put(OnceOnly.REQUEST, once);
        // Whoever asks may have put anything into the key, a customer's number too; what it is known by says nothing.
        String given =
                commands.send(command, origin.withIdempotencyKey(once.id().key()), attachments);
        return json.readValue(given, OBJECT);
    }

    /**
     * What was answered to the same request before, for callers that would have to ask others before they carry it out.
     *
     * @throws DomainProblem {@code idempotency-key-reused} if something else was asked then
     */
    public Optional<Map<String, Object>> answered(HttpServletRequest request, Origin caller, @Nullable Object body) {
        String key = key(request);
        if (key == null) {
            return Optional.empty();
        }
        String given = commands.send(
                new RecallAnswer(requestId(caller, key), fingerprint(request, caller, body)), asLogged(caller));
        return Optional.ofNullable(given).map(recorded -> json.readValue(recorded, OBJECT));
    }

    private static @Nullable String key(HttpServletRequest request) {
        String key = request.getHeader("Idempotency-Key");
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw DomainProblem.invalid("Idempotency-Key", "size", "An idempotency key has 1 to 255 characters.");
        }
        return key;
    }

    private RequestId requestId(Origin origin, String key) {
        return RequestId.of(origin.tenant(), blindIndex.key(origin.tenant(), "request", key));
    }

    /** The log and the events of a request name the same correlation id. */
    private static Origin asLogged(Origin origin) {
        String correlation = MDC.get("correlationId");
        return correlation == null ? origin : origin.correlatedWith(correlation);
    }

    /** Keyed, as what is asked may hold a password or what a customer was told, and the fingerprint is kept for ever. */
    private String fingerprint(HttpServletRequest request, Origin origin, @Nullable Object body) {
        String asked = request.getMethod() + " " + request.getRequestURI() + "\n" + json.writeValueAsString(body);
        return blindIndex.key(origin.tenant(), "request-body", asked).toString();
    }
}
