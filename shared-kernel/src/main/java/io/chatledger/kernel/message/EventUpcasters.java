package io.chatledger.kernel.message;

import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** Brings events of older revisions up to today's, one revision a step, in this order. */
public final class EventUpcasters {

    private EventUpcasters() {}

    public static EventUpcasterChain chain() {
        return new EventUpcasterChain(List.of());
    }
}
