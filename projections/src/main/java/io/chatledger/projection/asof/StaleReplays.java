package io.chatledger.projection.asof;

import static io.chatledger.projection.asof.ReplayTable.BUILDING;
import static io.chatledger.projection.asof.ReplayTable.EXPIRED;
import static io.chatledger.projection.asof.ReplayTable.FAILED;
import static io.chatledger.projection.asof.ReplayTable.NOW;
import static io.chatledger.projection.asof.ReplayTable.READY;
import static io.chatledger.projection.asof.ReplayTable.fromNow;
import static io.chatledger.readmodel.generated.Tables.REPLAY;
import static io.chatledger.readmodel.generated.Tables.REPLAY_FILLED;
import static org.jooq.impl.DSL.select;

import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Finds the views that nobody uses any more, and those whose maker is gone. */
final class StaleReplays {

    /** Who makes a view says so at least every few seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(-30);

    /** Between a view's row and the beginning of the work a moment passes. */
    private static final Duration MOMENT = Duration.ofSeconds(-5);

    private static final Duration REMEMBERED = Duration.ofDays(-1);

    private final DSLContext dsl;
    private final String node;

    StaleReplays(DSLContext dsl, String node) {
        this.dsl = dsl;
        this.node = node;
    }

    /** @param own those that this process is making or answering from */
    void mark(Collection<UUID> own) {
        expire(own);
        fail(own);
        forget();
    }

    private void expire(Collection<UUID> own) {
        Condition emptied = REPLAY.ID.notIn(select(REPLAY_FILLED.ID).from(REPLAY_FILLED));
        dsl.update(REPLAY)
                .set(REPLAY.STATUS, EXPIRED)
                .where(REPLAY.STATUS.eq(READY))
                .and(REPLAY.EXPIRES_AT.le(NOW).or(emptied))
                .and(REPLAY.ID.notIn(own))
                .execute();
        Condition ready = REPLAY_FILLED.ID.in(select(REPLAY.ID).from(REPLAY).where(REPLAY.STATUS.eq(READY)));
        dsl.deleteFrom(REPLAY_FILLED).where(ready.not()).execute();
    }

    /** A process that starts anew under the same name did not live to finish what it had begun. */
    private void fail(Collection<UUID> own) {
        Condition silent = REPLAY.HEARTBEAT_AT.lt(fromNow(SILENCE));
        Condition formerLife = REPLAY.NODE.eq(node).and(REPLAY.CREATED_AT.lt(fromNow(MOMENT)));
        dsl.update(REPLAY)
                .set(REPLAY.STATUS, FAILED)
                .set(REPLAY.REASON, "interrupted")
                .set(REPLAY.ENDED_AT, NOW)
                .where(REPLAY.STATUS.eq(BUILDING))
                .and(REPLAY.ID.notIn(own))
                .and(silent.or(formerLife))
                .execute();
    }

    private void forget() {
        dsl.deleteFrom(REPLAY)
                .where(REPLAY.STATUS.in(EXPIRED, FAILED))
                .and(REPLAY.USED_AT.lt(fromNow(REMEMBERED)))
                .execute();
    }
}
