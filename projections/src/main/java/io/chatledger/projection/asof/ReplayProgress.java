package io.chatledger.projection.asof;

import static io.chatledger.readmodel.generated.Tables.REPLAY;
import static io.chatledger.readmodel.generated.Tables.REPLAY_FILLED;

import java.util.UUID;
import org.jooq.DSLContext;

/** Where whoever makes a view writes down how far it is. */
final class ReplayProgress {

    private final DSLContext dsl;
    private final ReplayLimits limits;

    ReplayProgress(DSLContext dsl, ReplayLimits limits) {
        this.dsl = dsl;
        this.limits = limits;
    }

    /** @return false where nobody wants it any more */
    boolean advanced(UUID id, long processed) {
        return dsl.update(REPLAY)
                        .set(REPLAY.PROCESSED, processed)
                        .set(REPLAY.HEARTBEAT_AT, ReplayTable.NOW)
                        .where(REPLAY.ID.eq(id))
                        .and(REPLAY.STATUS.eq(ReplayTable.BUILDING))
                        .execute()
                == 1;
    }

    /**
     * To be called in a transaction.
     *
     * @return false where nobody wants it any more
     */
    boolean ready(UUID id, Wanted wanted, int sentThings) {
        dsl.insertInto(REPLAY_FILLED, REPLAY_FILLED.ID, REPLAY_FILLED.TENANT_ID)
                .values(id, wanted.tenant().value())
                .execute();
        return dsl.update(REPLAY)
                        .set(REPLAY.STATUS, ReplayTable.READY)
                        .set(REPLAY.PROCESSED, REPLAY.TOTAL)
                        .set(REPLAY.SENT_THINGS, sentThings)
                        .set(REPLAY.ENDED_AT, ReplayTable.NOW)
                        .set(REPLAY.USED_AT, ReplayTable.NOW)
                        .set(REPLAY.EXPIRES_AT, ReplayTable.fromNow(limits.keep()))
                        .where(REPLAY.ID.eq(id))
                        .and(REPLAY.STATUS.eq(ReplayTable.BUILDING))
                        .execute()
                == 1;
    }

    void failed(UUID id, String reason) {
        dsl.update(REPLAY)
                .set(REPLAY.STATUS, ReplayTable.FAILED)
                .set(REPLAY.REASON, reason)
                .set(REPLAY.ENDED_AT, ReplayTable.NOW)
                .where(REPLAY.ID.eq(id))
                .and(REPLAY.STATUS.eq(ReplayTable.BUILDING))
                .execute();
    }
}
