package io.chatledger.eventstore;

import io.chatledger.eventstore.TallyEvent.BellRung;
import io.chatledger.eventstore.TallyEvent.Counted;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;

/** Events of tallies, none at the same time as another. */
public final class Tallies {

    private static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);
    private static final AtomicReference<Instant> LAST = new AtomicReference<>(Instant.EPOCH);

    private Tallies() {}

    public static String stream() {
        return "shop/tally/" + UUID.randomUUID();
    }

    public static DomainEventMessage<?> counted(String stream, long sequence) {
        return counted(stream, sequence, 1);
    }

    static DomainEventMessage<?> counted(String stream, long sequence, long by) {
        Instant at = later(TICK);
        return of(stream, sequence, new Counted(stream, by, "n\u00ba " + sequence, at), at);
    }

    public static DomainEventMessage<?> of(String stream, long sequence, Object payload, Instant at) {
        EventMessage<?> message = message(payload, at);
        return new GenericDomainEventMessage<>("Tally", stream, sequence, message, () -> at);
    }

    static DomainEventMessage<?> snapshot(String stream, long sequence, long sum) {
        return of(stream, sequence, Tally.of(sum), later(TICK));
    }

    /** Outside of all aggregates. */
    public static EventMessage<?> bellRung() {
        Instant at = later(TICK);
        return message(new BellRung("the door", at), at);
    }

    /** PostgreSQL knows no text with such a character in it. */
    public static DomainEventMessage<?> unstorable() {
        String stream = stream();
        Instant at = later(TICK);
        EventMessage<?> message = new GenericEventMessage<>("\0", new Counted(stream, 1, "", at), Map.of(), at);
        return new GenericDomainEventMessage<>("Tally", stream, 0, message, () -> at);
    }

    /** A time after all times given before, by at least so much. */
    static Instant later(Duration by) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return LAST.updateAndGet(last -> now.isAfter(last.plus(by)) ? now : last.plus(by));
    }

    /** The first part of its stream's name, or what its metadata says. */
    public static String tenantOf(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> domain
                ? domain.getAggregateIdentifier().split("/")[0]
                : String.valueOf(event.getMetaData().get("tenant"));
    }

    private static EventMessage<?> message(Object payload, Instant at) {
        return new GenericEventMessage<>(
                UUID.randomUUID().toString(),
                payload,
                Map.of("tenant", "shop", "remark", "\u201cna\u00efve\u201d \uD83D\uDE42"),
                at);
    }
}
