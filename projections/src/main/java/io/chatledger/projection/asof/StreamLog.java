package io.chatledger.projection.asof;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.StreamId;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The events of single streams with their positions, in a store that finds them without reading the others. */
interface StreamLog {

    /**
     * Reads the events of one stream in order, in portions.
     *
     * @param types the kinds that matter, each an event or a family of events
     * @param reader of each portion, which may be empty
     */
    void readStream(
            StreamId stream,
            long upTo,
            Collection<Class<? extends Event>> types,
            Consumer<List<TrackedEventMessage<?>>> reader);
}
