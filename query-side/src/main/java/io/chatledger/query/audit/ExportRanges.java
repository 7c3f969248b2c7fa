package io.chatledger.query.audit;

import io.chatledger.eventstore.chain.HashChain;
import io.chatledger.kernel.tenant.TenantId;
import java.sql.Timestamp;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what belongs to a period. Clocks of several processes differ, so times do not follow positions exactly: from the
 * first event that belongs to it, to the last, all belong to it.
 */
@Component
class ExportRanges {

    private static final String FIRST = "select position from event where tenant_id = ? and position <= ?"
            + " and (?::timestamptz is null or recorded_at >= ?) order by position limit 1";

    private static final String LAST = "select position from event where tenant_id = ? and position <= ?"
            + " and (?::timestamptz is null or recorded_at < ?) order by position desc limit 1";

    private static final String BEFORE = "select count(*), (select hash from event_hash where tenant_id = ?"
            + " and position < ? order by position desc limit 1) from event where tenant_id = ? and position < ?";

    private final ChainReads reads;

    ExportRanges(ChainReads reads) {
        this.reads = reads;
    }

    /** @param linked position up to which there is a chain */
    ExportRange find(TenantId tenant, @Nullable Instant from, @Nullable Instant to, long linked) {
        return reads.read(tenant, database -> {
            Long first = position(database, FIRST, tenant, linked, from);
            Long last = position(database, LAST, tenant, linked, to);
            if (first == null || last == null || first > last) {
                return new ExportRange(from, to, null, null, 0, HashChain.genesis(tenant.value()));
            }
            Record before = database.fetchSingle(BEFORE, tenant.value(), first, tenant.value(), first);
            byte[] hash = before.get(1, byte[].class);
            return new ExportRange(
                    from,
                    to,
                    first,
                    last,
                    before.get(0, long.class),
                    hash == null ? HashChain.genesis(tenant.value()) : hash);
        });
    }

    private static @Nullable Long position(
            DSLContext database, String sql, TenantId tenant, long linked, @Nullable Instant bound) {
        Timestamp time = bound == null ? null : Timestamp.from(bound);
        Record row = database.fetchOne(sql, tenant.value(), linked, time, time);
        return row == null ? null : row.get(0, Long.class);
    }
}
