package io.chatledger.kernel.feature;

import io.chatledger.kernel.message.Event;
import java.util.Locale;
import java.util.function.Function;

/**
 * An event tells that something is about to be done outside, or what came of it. Every attempt is announced, durably,
 * before it is made.
 *
 * @param kind what is done, such as {@code message}: something sent to a customer
 * @param outcome what the event says
 * @param key what the attempt is about, unique within its kind; more attempts at the same have the same key
 */
public record Effect<E extends Event>(Class<E> event, String kind, Outcome outcome, Function<E, String> key) {

    /** How far an attempt is. */
    public enum Outcome {
        /** It is about to be made. */
        PENDING,
        ACCEPTED,
        REFUSED,
        /** It was not made after all, and may be made again. */
        NOT_SENT,
        /** Nobody can tell; it is never made again by itself. */
        UNKNOWN;

        /** As the API says it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What one event says of an attempt. */
    public record Told(String kind, String key, Outcome outcome) {}

    /** @throws ClassCastException if it is of another class */
    Told told(Object happened) {
        return new Told(kind, key.apply(event.cast(happened)), outcome);
    }
}
