package io.chatledger.projection.asof;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Projection;
import io.chatledger.projection.Projection.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * What single events have done to the rows of the views. Rows that depend on one stream only are folded in memory from
 * its events; nothing is written. Rows that several streams touch are left out: what they were before takes all that has
 * happened to the tenant until then, which nobody waits for at a page. A view of the moment before and one of the event's
 * own show them.
 */
public final class EventEffects {

    private final TenantLog log;
    private final EventStore store;
    private final List<Projection<?, ?>> projections;

    EventEffects(TenantLog log, EventStore store, List<Projection<?, ?>> projections) {
        this.log = log;
        this.store = store;
        this.projections = projections.stream()
                .filter(projection -> projection.partition() == Partition.BY_STREAM)
                .toList();
    }

    /**
     * The rows that the event touches, whether or not it changes them.
     *
     * @throws DomainProblem {@code not-found} where the tenant has no event at the position; {@code replay-failed} where
     *     it, or one before it, cannot be read or folded
     */
    public List<RowEffect> of(TenantId tenant, long position) {
        return BrokenEvents.told("position " + position, () -> effects(tenant, at(tenant, position)));
    }

    private List<RowEffect> effects(TenantId tenant, DomainEventMessage<?> message) {
        Event event = (Event) message.getPayload();
        List<StreamRow<?, ?>> rows = projections.stream()
                .<StreamRow<?, ?>>flatMap(projection -> StreamRow.touchedBy(event, projection, tenant))
                .toList();
        if (!rows.isEmpty()) {
            foldBefore(message, rows);
        }
        return rows.stream().map(row -> row.effect(event)).toList();
    }

    /** Not from a snapshot: the rows need every event. */
    private void foldBefore(DomainEventMessage<?> end, List<StreamRow<?, ?>> rows) {
        DomainEventStream stream = store.readEvents(end.getAggregateIdentifier(), 0);
        while (stream.hasNext()) {
            DomainEventMessage<?> message = stream.next();
            if (message.getSequenceNumber() >= end.getSequenceNumber()) {
                return;
            }
            if (message.getPayload() instanceof Event event) {
                rows.forEach(row -> row.fold(event));
            }
        }
    }

    private DomainEventMessage<?> at(TenantId tenant, long position) {
        List<DomainEventMessage<?>> found = new ArrayList<>();
        log.read(tenant, position - 1, position, Set.of(Event.class), portion -> {
            portion.forEach(message -> found.add((DomainEventMessage<?>) message));
            return true;
        });
        if (position < 1 || found.isEmpty()) {
            throw DomainProblem.notFound("event");
        }
        return found.getFirst();
    }
}
