package io.chatledger.command.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.kernel.request.RequestEvent.RequestCompleted;
import io.chatledger.kernel.request.RequestId;
import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

/** Requests of before idempotency keys were hashed in the history. */
class OpenKeysTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String OPEN = "note-on-56911110001";
    private static final RequestId ID =
            RequestId.of(CommandSide.TENANT, CommandSide.KEYS.key(CommandSide.TENANT, "request", OPEN));

    private final CommandSide side = new CommandSide(
            new RequestConfiguration(new Aggregates()),
            configurer -> configurer.registerCommandHandler(axon -> new Work()));
    private final ApiCommands api =
            new ApiCommands(side.commands(), CommandSide.KEYS, () -> 0, () -> NOW, JsonMapper.shared());

    private record Do() {}

    private static final class Work {

        @CommandHandler
        void handle(Do command) {}
    }

    @AfterEach
    void end() {
        side.close();
    }

    @Test
    void areAnsweredAsBeforeAndNothingIsStored() {
        String asked = CommandSide.KEYS
                .key(CommandSide.TENANT, "request-body", "POST /notes\n{\"text\":\"Hola\"}")
                .toString();
        RequestCompleted before = new RequestCompleted(ID, asked, "{\"status\":\"first\"}", NOW);
        side.store()
                .publish(new GenericDomainEventMessage<>(
                        "request",
                        ID.value(),
                        0,
                        before,
                        CommandSide.ORIGIN.withIdempotencyKey(OPEN).toMetaData()));

        assertThat(ask()).isEqualTo(Map.of("status", "first"));
        assertThat(side.events()).containsExactly(before);
    }

    private Map<String, Object> ask() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/notes");
        request.addHeader("Idempotency-Key", OPEN);
        return api.once(request, CommandSide.ORIGIN, new Do(), Map.of("text", "Hola"), Map.of("status", "second"));
    }
}
