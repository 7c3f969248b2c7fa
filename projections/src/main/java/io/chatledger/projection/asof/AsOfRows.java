package io.chatledger.projection.asof;

import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.PersonErased;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Projection;
import io.chatledger.projection.deadletter.Discards;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/**
 * Single rows of the past, each folded in memory from the events of its own stream: the same rows as those of a view
 * of the same moment, but nothing is made and it does not matter how much else has happened.
 */
public final class AsOfRows {

    private final Moments moments;
    private final StreamLog log;
    private final List<Projection<?, ?>> projections;
    private final DSLContext dsl;
    private final Duration patience;
    private final Semaphore places;

    AsOfRows(Moments moments, StreamLog log, List<Projection<?, ?>> projections, DSLContext dsl, ReplayLimits limits) {
        this.moments = moments;
        this.log = log;
        this.projections = List.copyOf(projections);
        this.dsl = dsl;
        this.patience = limits.patience();
        this.places = new Semaphore(limits.building(), true);
    }

    /** @throws DomainProblem {@code invalid-request} */
    public Then at(TenantId tenant, Instant asOf) {
        Wanted wanted = moments.inPassing(tenant, asOf);
        return new Then(wanted.position(), wanted.moment());
    }

    /** One moment; all its rows are of the same part of the history. */
    public final class Then {
        private final long position;
        private final Instant moment;

        private Then(long position, Instant moment) {
            this.position = position;
            this.moment = moment;
        }

        /** By which whatever depends on time is judged. */
        public Instant moment() {
            return moment;
        }

        /**
         * @throws DomainProblem {@code replay-failed} where an event cannot be read or folded, as for a view;
         *     {@code too-many-replays} where too many are asking
         * @throws IllegalArgumentException if the rows of the table do not depend on one stream each
         */
        public <R extends UpdatableRecord<R>> Optional<R> find(TenantId tenant, Table<R> table, String id) {
            Projection<?, ?> projection = of(table);
            enter();
            try {
                return Optional.ofNullable(folded(projection, tenant, id, position))
                        .map(table.getRecordType()::cast);
            } finally {
                places.release();
            }
        }
    }

    /** A long stream takes a while, and the connections are those of the live projections. */
    private void enter() {
        try {
            if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw Room.tooMany(1);
    }

    private Projection<?, ?> of(Table<?> table) {
        return projections.stream()
                .filter(projection -> projection.table().equals(table))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no view: " + table.getName()));
    }

    private @Nullable UpdatableRecord<?> folded(
            Projection<?, ?> projection, TenantId tenant, String id, long position) {
        UUID key = key(id);
        if (key == null) {
            return null;
        }
        StreamId stream = projection.stream(tenant, key);
        if (stream == null) {
            throw new IllegalArgumentException("not of one stream: " + projection.name());
        }
        StreamRow<?, ?> row = BrokenEvents.told(
                stream.value(), () -> fold(StreamRow.of(projection, id, tenant), projection, stream, position));
        // Afterwards, so that nobody who is erased meanwhile is shown.
        if (isErased(tenant, row.person())) {
            row.forget();
        }
        return row.row();
    }

    private StreamRow<?, ?> fold(StreamRow<?, ?> row, Projection<?, ?> projection, StreamId stream, long position) {
        Discards discards = Discards.of(dsl, List.of(projection));
        log.readStream(
                stream,
                position,
                Set.copyOf(projection.events()),
                portion -> portion.stream()
                        .filter(message -> !discards.contains(projection.name(), row.key(), positionOf(message)))
                        .forEach(message -> row.fold((Event) message.getPayload())));
        return row;
    }

    /** At any time: who is erased is gone from what was before as well, whoever may still be able to open it. */
    private boolean isErased(TenantId tenant, @Nullable String person) {
        UUID key = person == null ? null : key(person);
        boolean[] erased = {false};
        if (key != null) {
            ContactId contact = ContactId.of(tenant, key);
            log.readStream(contact, Long.MAX_VALUE, Set.of(PersonErased.class), found -> erased[0] |= !found.isEmpty());
        }
        return erased[0];
    }

    /** Null for what is no id as we write them. */
    private static @Nullable UUID key(String id) {
        try {
            UUID key = UUID.fromString(id);
            return key.toString().equals(id) ? key : null;
        } catch (IllegalArgumentException other) {
            return null;
        }
    }

    private static long positionOf(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }
}
