package io.chatledger.projection.asof;

import static io.chatledger.readmodel.generated.Tables.REPLAY;
import static io.chatledger.readmodel.generated.Tables.REPLAY_FILLED;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.readmodel.generated.tables.records.ReplayRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of each view of the past, so that any process can answer from it. Its clock is the database's. */
final class ReplayTable {

    static final String BUILDING = "building";
    static final String READY = "ready";
    static final String FAILED = "failed";
    static final String EXPIRED = "expired";

    static final Field<Instant> NOW = DSL.field("now()", SQLDataType.INSTANT);

    private final DSLContext dsl;
    private final TransactionTemplate transactions;
    private final ReplayLimits limits;
    private final String node;

    ReplayTable(DSLContext dsl, TransactionTemplate transactions, ReplayLimits limits, String node) {
        this.dsl = dsl;
        this.transactions = transactions;
        this.limits = limits;
        this.node = node;
    }

    /**
     * A view that is there or begun.
     *
     * @param evicted others that had to make room
     */
    record Admission(UUID id, boolean begun, List<UUID> evicted) {}

    Optional<ReplayRecord> find(TenantId tenant, UUID id) {
        return dsl.fetchOptional(REPLAY, REPLAY.ID.eq(id), REPLAY.TENANT_ID.eq(tenant.value()));
    }

    /**
     * @param total counts the events that a view takes
     * @throws io.chatledger.kernel.problem.DomainProblem {@code too-many-replays}
     */
    Admission admit(Wanted wanted, ToLongFunction<Wanted> total, Predicate<UUID> inUse) {
        Optional<UUID> known = same(wanted);
        if (known.isPresent()) {
            return new Admission(known.get(), false, List.of());
        }
        long events = total.applyAsLong(wanted);
        return transactions.execute(status -> begin(wanted, events, inUse));
    }

    private Admission begin(Wanted wanted, long total, Predicate<UUID> inUse) {
        dsl.fetch("select pg_advisory_xact_lock(hashtext('replay'))");
        Optional<UUID> known = same(wanted);
        if (known.isPresent()) {
            return new Admission(known.get(), false, List.of());
        }
        List<UUID> evicted = new Room(limits, views()).toEvict(wanted.tenant(), inUse);
        expire(evicted);
        return new Admission(insert(wanted, total), true, evicted);
    }

    /** Of the same position; whoever asked by name also gets the very instant, which tells what was open then. */
    private Optional<UUID> same(Wanted wanted) {
        Condition moment = wanted.asked()
                ? REPLAY.ASKED
                        .isTrue()
                        .and(REPLAY.MOMENT.eq(wanted.moment()))
                        .and(REPLAY.UP_TO_POSITION.eq(wanted.upTo()))
                : DSL.noCondition();
        return dsl.select(REPLAY.ID)
                .from(REPLAY)
                .where(REPLAY.TENANT_ID.eq(wanted.tenant().value()))
                .and(REPLAY.POSITION.eq(wanted.position()))
                .and(alive())
                .and(moment)
                .orderBy(REPLAY.STATUS.desc(), REPLAY.CREATED_AT)
                .limit(1)
                .fetchOptional(REPLAY.ID);
    }

    private List<Room.View> views() {
        return dsl.selectFrom(REPLAY)
                .where(alive())
                .orderBy(REPLAY.USED_AT, REPLAY.ID)
                .fetch(row -> new Room.View(
                        row.getId(), row.getTenantId(), BUILDING.equals(row.getStatus()), row.getAsked()));
    }

    private UUID insert(Wanted wanted, long total) {
        UUID id = UUID.randomUUID();
        dsl.insertInto(REPLAY)
                .set(REPLAY.ID, id)
                .set(REPLAY.TENANT_ID, wanted.tenant().value())
                .set(REPLAY.AS_OF, wanted.asOf())
                .set(REPLAY.UP_TO_POSITION, wanted.upTo())
                .set(REPLAY.POSITION, wanted.position())
                .set(REPLAY.MOMENT, wanted.moment())
                .set(REPLAY.ASKED, wanted.asked())
                .set(REPLAY.STATUS, BUILDING)
                .set(REPLAY.TOTAL, total)
                .set(REPLAY.HEAD, wanted.head())
                .set(REPLAY.NODE, node)
                .execute();
        return id;
    }

    /** @return false where it is not there to be used */
    boolean used(UUID id) {
        return dsl.update(REPLAY)
                        .set(REPLAY.USED_AT, NOW)
                        .set(REPLAY.EXPIRES_AT, later())
                        .where(REPLAY.ID.eq(id))
                        .and(REPLAY.STATUS.eq(READY))
                        .and(filled())
                        .execute()
                == 1;
    }

    boolean remove(TenantId tenant, UUID id) {
        return dsl.deleteFrom(REPLAY)
                        .where(REPLAY.ID.eq(id))
                        .and(REPLAY.TENANT_ID.eq(tenant.value()))
                        .execute()
                == 1;
    }

    void expire(List<UUID> ids) {
        dsl.update(REPLAY).set(REPLAY.STATUS, EXPIRED).where(REPLAY.ID.in(ids)).execute();
    }

    private static Condition alive() {
        return REPLAY.STATUS.eq(BUILDING).or(REPLAY.STATUS.eq(READY).and(filled()));
    }

    private static Condition filled() {
        return REPLAY.EXPIRES_AT
                .gt(NOW)
                .and(REPLAY.ID.in(DSL.select(REPLAY_FILLED.ID).from(REPLAY_FILLED)));
    }

    private Field<Instant> later() {
        return fromNow(limits.keep());
    }

    /** @param distance negative for what has been */
    static Field<Instant> fromNow(Duration distance) {
        return DSL.field("now() + {0} * interval '1 millisecond'", SQLDataType.INSTANT, DSL.val(distance.toMillis()));
    }
}
