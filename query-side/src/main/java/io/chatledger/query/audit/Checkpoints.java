package io.chatledger.query.audit;

import io.chatledger.eventstore.chain.Checkpoint;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Cursor;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Reads the checkpoints of a tenant. */
@Component
public class Checkpoints {

    private static final int PORTION = 500;

    private static final String SELECT = "select tenant_id, position, events, head_hash, previous_hash, at, key_id,"
            + " signature from event_checkpoint where tenant_id = ?";

    private final ChainReads reads;

    Checkpoints(ChainReads reads) {
        this.reads = reads;
    }

    /** A portion of them, the oldest first. */
    List<Checkpoint> after(TenantId tenant, long position) {
        return fetch(tenant, SELECT + " and position > ? order by position limit " + PORTION, position);
    }

    /** The newest first. */
    public Page<Checkpoint> find(TenantId tenant, Paging paging) {
        Cursor from = paging.from();
        long before = from == null ? Long.MAX_VALUE : from.sequence();
        List<Checkpoint> found = fetch(
                tenant, SELECT + " and position < ? order by position desc limit " + (paging.limit() + 1), before);
        return Page.ofEach(found, paging, one -> one, one -> new Cursor(Instant.EPOCH, one.position(), "p"));
    }

    private List<Checkpoint> fetch(TenantId tenant, String sql, long position) {
        return reads.read(
                tenant,
                database -> database.fetch(sql, tenant.value(), position).map(Checkpoints::checkpoint));
    }

    private static Checkpoint checkpoint(Record row) {
        return new Checkpoint(
                row.get(0, String.class),
                row.get(1, long.class),
                row.get(2, long.class),
                HexFormat.of().formatHex(row.get(3, byte[].class)),
                HexFormat.of().formatHex(row.get(4, byte[].class)),
                row.get(5, Timestamp.class).toInstant(),
                row.get(6, String.class),
                Base64.getEncoder().encodeToString(row.get(7, byte[].class)));
    }
}
