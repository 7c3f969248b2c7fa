package io.chatledger.app.store;

import io.chatledger.command.Aggregates;
import io.chatledger.command.SnapshotSerializer;
import io.chatledger.kernel.message.EventRegistry;
import io.chatledger.kernel.message.EventSerializer;
import java.util.List;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a process writes and understands.
 *
 * @param snapshots writes them, and as a filter says which are understood
 */
public record Language(EventSerializer events, EventUpcaster upcasters, SnapshotSerializer snapshots) {

    /** Of a process of today's release. */
    public static Language today() {
        return new Language(
                new EventSerializer(new EventRegistry(List.of(TallyEvent.class))),
                new AmountIsNowBy(),
                snapshots(Tally.class, 2));
    }

    /** Of a process of the release before. */
    static Language yesterday() {
        return new Language(
                new EventSerializer(new EventRegistry(List.of(Yesterday.TallyEvent.class))),
                events -> events,
                snapshots(Tally.class, 1));
    }

    /** Of a process whose snapshots are said to be of today's revision and are not. */
    static Language garbled() {
        return new Language(today().events(), today().upcasters(), snapshots(Garbled.class, 2));
    }

    private static SnapshotSerializer snapshots(Class<?> type, int revision) {
        Aggregates aggregates = new Aggregates();
        aggregates.snapshotted(type, "tally", revision, Integer.MAX_VALUE);
        return aggregates.snapshots();
    }

    /** From the first revision of {@code tally.Counted} to the second. */
    private static final class AmountIsNowBy extends SingleEventUpcaster {

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(new SimpleSerializedType("tally.Counted", "1"));
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(new SimpleSerializedType("tally.Counted", "2"), JsonNode.class, json -> {
                ObjectNode counted = (ObjectNode) json;
                counted.set("by", counted.remove("amount"));
                return counted.put("remark", "");
            });
        }
    }

    /** What nobody takes for a tally. */
    static final class Garbled {
        final String words = "a few";
    }
}
