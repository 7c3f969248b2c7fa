package io.chatledger.eventstore;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What processes of the contract's tests write and understand. */
public final class Language {

    private Language() {}

    /** Of a process of today's release. */
    public static EventFormat today() {
        return format(new NamedJson().with(TallyEvent.Counted.class, "tally.Counted", 2), Tally.class, 2)
                .withUpcasters(new AmountIsNowBy());
    }

    /** Of a process of the release before. */
    static EventFormat yesterday() {
        return format(new NamedJson().with(Yesterday.Counted.class, "tally.Counted", 1), Tally.class, 1);
    }

    /** Of a process whose snapshots are said to be of today's revision and are not. */
    static EventFormat garbled() {
        NamedJson snapshots = new NamedJson().with(Garbled.class, "tally", 2);
        return today().withSnapshots(snapshots, snapshots);
    }

    private static EventFormat format(NamedJson events, Class<?> aggregate, int revision) {
        NamedJson snapshots = new NamedJson().with(aggregate, "tally", revision);
        return EventFormat.of(events.with(TallyEvent.BellRung.class, "tally.BellRung", 1))
                .withSnapshots(snapshots, snapshots);
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
    record Garbled(String words) {}
}
