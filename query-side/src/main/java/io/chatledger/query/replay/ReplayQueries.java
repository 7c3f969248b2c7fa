package io.chatledger.query.replay;

import static io.chatledger.readmodel.generated.Tables.REPLAY;
import static org.jooq.impl.DSL.noCondition;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Cursor;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.TenantReads;
import io.chatledger.readmodel.generated.tables.records.ReplayRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers how far the views of the past are. */
@Component
public class ReplayQueries {

    private final TenantReads reads;
    private final InstantSource clock;

    ReplayQueries(TenantReads reads, InstantSource clock) {
        this.reads = reads;
        this.clock = clock;
    }

    /** The newest first. */
    public Page<ReplayView> find(TenantId tenant, Paging paging) {
        Condition part = after(paging.from());
        List<ReplayRecord> rows = reads.read(
                tenant,
                database -> database.selectFrom(REPLAY)
                        .where(REPLAY.TENANT_ID.eq(tenant.value()))
                        .and(part)
                        .orderBy(REPLAY.CREATED_AT.desc(), REPLAY.ID)
                        .limit(paging.limit() + 1)
                        .fetch());
        return Page.ofEach(
                rows,
                paging,
                this::view,
                row -> Cursor.of(row.getCreatedAt(), row.getId().toString()));
    }

    /** @throws DomainProblem {@code not-found} */
    ReplayView get(TenantId tenant, UUID id) {
        ReplayRecord row = reads.read(
                tenant, database -> database.fetchOne(REPLAY, REPLAY.TENANT_ID.eq(tenant.value()), REPLAY.ID.eq(id)));
        if (row == null) {
            throw DomainProblem.notFound("replay");
        }
        return view(row);
    }

    private ReplayView view(ReplayRecord row) {
        Instant end = row.getEndedAt() == null ? clock.instant() : row.getEndedAt();
        long millis = Math.max(1, Duration.between(row.getCreatedAt(), end).toMillis());
        return new ReplayView(
                row.getId().toString(),
                status(row),
                row.getReason(),
                row.getAsOf(),
                row.getUpToPosition(),
                row.getAsked(),
                row.getProcessed(),
                row.getTotal(),
                row.getProcessed() * 1_000 / millis,
                row.getCreatedAt(),
                row.getExpiresAt(),
                row.getSentThings());
    }

    /** It may be over before anybody has swept it away. */
    private String status(ReplayRecord row) {
        Instant expires = row.getExpiresAt();
        boolean over = row.getStatus().equals("ready") && expires != null && !expires.isAfter(clock.instant());
        return over ? "expired" : row.getStatus();
    }

    private static Condition after(@Nullable Cursor from) {
        if (from == null) {
            return noCondition();
        }
        UUID last = ReplayId.parse(from.id());
        return REPLAY.CREATED_AT
                .lt(from.at())
                .or(REPLAY.CREATED_AT.eq(from.at()).and(REPLAY.ID.gt(last)));
    }
}
