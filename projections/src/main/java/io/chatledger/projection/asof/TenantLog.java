package io.chatledger.projection.asof;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The events of one tenant, wherever they are stored. */
public interface TenantLog {

    /** Before the first event of anybody. */
    Place NOWHERE = new Place(0, Instant.EPOCH);

    /**
     * Where an event stands.
     *
     * @param at when it was recorded
     */
    record Place(long position, Instant at) {}

    /** Position of the newest event of all tenants. */
    long head();

    /** The tenant's newest event that was recorded by then; {@link #NOWHERE} if there is none. */
    Place at(TenantId tenant, Instant time);

    /** The tenant's newest event that is not after the position; {@link #NOWHERE} if there is none. */
    Place upTo(TenantId tenant, long position);

    /** How many events of the tenant there are, up to a position. */
    long count(TenantId tenant, long upTo);

    /**
     * Reads the tenant's events in order, in portions, until there are no more or the reader has had enough.
     *
     * @param after only events after this position
     * @param types the kinds that matter, each an event or a family of events
     * @param reader of each portion, which may be empty; answers whether to go on
     */
    void read(
            TenantId tenant,
            long after,
            long upTo,
            Collection<Class<? extends Event>> types,
            Predicate<List<TrackedEventMessage<?>>> reader);
}
