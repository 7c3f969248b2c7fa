package io.chatledger.kernel.message;

import java.util.function.Consumer;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns the stored JSON of an event at one revision into that of the next. */
public final class RevisionUpcaster extends SingleEventUpcaster {

    private final String name;
    private final int revision;
    private final Consumer<ObjectNode> change;

    /**
     * @param name the stored name, {@code <feature>.<Event>}
     * @param revision the revision that the step starts from; it leads to the one after
     * @param change what must be done to the JSON
     */
    public RevisionUpcaster(String name, int revision, Consumer<ObjectNode> change) {
        this.name = name;
        this.revision = revision;
        this.change = change;
    }

    /** The stored name of the event. */
    public String name() {
        return name;
    }

    /** The revision that the step starts from. */
    public int revision() {
        return revision;
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(type(revision));
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        // The serializer reads a JsonNode as it is; any other representation it would print and parse again.
        return event.upcastPayload(type(revision + 1), JsonNode.class, json -> {
            change.accept((ObjectNode) json);
            return json;
        });
    }

    private SerializedType type(int atRevision) {
        return new SimpleSerializedType(name, Integer.toString(atRevision));
    }
}
