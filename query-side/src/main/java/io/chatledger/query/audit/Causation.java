package io.chatledger.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What led to what: a webhook or a request, the commands it sent, the events they ended in, the commands that reacted to
 * those, and so on.
 *
 * @param kind {@code webhook, request, command, event}, or {@code effect} for an event that says what came of something
 *     done outside of the system
 * @param id of the correlation, the command, the event
 * @param type the event's name, or the command's; null where nothing is known of it
 * @param position null for what is no event
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Causation(
        String kind,
        String id,
        @Nullable String type,
        @Nullable Instant at,
        EventView.@Nullable Actor actor,
        @Nullable Long position,
        List<Causation> children) {

    /**
     * @param events all of one correlation, in order, at least one
     * @param effects names of the events that say what came of something done outside
     */
    static Causation tree(String correlation, List<EventView> events, Set<String> effects) {
        EventView first = events.getFirst();
        boolean webhook = events.stream()
                .anyMatch(event -> event.type().startsWith("webhook.")
                        && event.aggregateId().equals(correlation));
        Causation root = new Causation(
                webhook ? "webhook" : "request", correlation, null, first.at(), first.actor(), null, new ArrayList<>());
        Map<String, Causation> known = new LinkedHashMap<>();
        Map<String, Causation> commands = new LinkedHashMap<>();
        for (EventView event : events) {
            Causation command =
                    commands.computeIfAbsent(commandOf(event), id -> under(root, known, command(id, event)));
            Causation node = node(effects.contains(event.type()) ? "effect" : "event", event);
            command.children().add(node);
            known.put(event.id(), node);
        }
        return root;
    }

    /** Only what came before can be a cause: so there are no circles, whatever the events say. */
    private static Causation under(Causation root, Map<String, Causation> known, Command command) {
        Causation cause = known.getOrDefault(command.causationId(), root);
        cause.children().add(command.node());
        return command.node();
    }

    private record Command(String causationId, Causation node) {}

    private static Command command(String id, EventView event) {
        return new Command(
                event.causationId() == null ? "" : event.causationId(),
                new Causation("command", id, event.command(), event.at(), event.actor(), null, new ArrayList<>()));
    }

    private static Causation node(String kind, EventView event) {
        return new Causation(
                kind, event.id(), event.type(), event.at(), event.actor(), event.position(), new ArrayList<>());
    }

    private static String commandOf(EventView event) {
        return event.commandId() == null ? event.id() : event.commandId();
    }
}
