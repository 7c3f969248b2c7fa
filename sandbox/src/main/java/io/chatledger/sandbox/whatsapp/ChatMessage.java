package io.chatledger.sandbox.whatsapp;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bubble on the phone.
 *
 * @param type the protocol's type
 * @param content the protocol's object of that type ({@code {"body": "..."}}, ...)
 * @param status of a business message, see {@link Tick}; null for the customer's own until the business has read it
 * @param opaque {@code biz_opaque_callback_data}, which goes back with each status
 */
record ChatMessage(
        String wamid,
        boolean fromCustomer,
        String type,
        Map<String, Object> content,
        @Nullable String contextId,
        @Nullable String opaque,
        Instant at,
        @Nullable Tick status) {

    /** How far a message has come; it only moves forward. */
    enum Tick {
        accepted,
        sent,
        delivered,
        read,
        failed
    }

    ChatMessage reached(Tick tick) {
        boolean later = status == null || tick.compareTo(status) > 0;
        return later ? new ChatMessage(wamid, fromCustomer, type, content, contextId, opaque, at, tick) : this;
    }

    boolean awaitsReading() {
        return !fromCustomer && status == Tick.delivered;
    }
}
