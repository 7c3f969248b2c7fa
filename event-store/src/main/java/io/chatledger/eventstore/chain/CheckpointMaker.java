package io.chatledger.eventstore.chain;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes signed statements of where a tenant's chain ends. */
public final class CheckpointMaker {

    private static final HexFormat HEX = HexFormat.of();
    private static final Duration PAUSE = Duration.ofMillis(20);

    private record Head(long position, long events, byte[] hash) {}

    private record Made(@Nullable Checkpoint checkpoint, boolean fresh) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CheckpointKeys keys;
    private final InstantSource clock;
    private final Consumer<Checkpoint> copies;

    /** @param copies told of each new checkpoint once it is stored */
    public CheckpointMaker(DataSource notary, CheckpointKeys keys, InstantSource clock, Consumer<Checkpoint> copies) {
        this.jdbc = JdbcClient.create(notary);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(notary));
        this.keys = keys;
        this.clock = clock;
        this.copies = copies;
    }

    /** A checkpoint at the end of the chain, the last one where nothing has come since; empty before the first event. */
    public Optional<Checkpoint> make(String tenant) {
        Made made = transaction.execute(status -> {
            // The chain can be made again from the events and need not wait for the disk; what may leave the house
            // must.
            jdbc.sql("set local synchronous_commit = on").update();
            Head head = lockedHead(tenant);
            Checkpoint last = last(tenant);
            return head == null || (last != null && last.position() == head.position())
                    ? new Made(last, false)
                    : new Made(store(tenant, head, last), true);
        });
        if (made.fresh() && made.checkpoint() != null) {
            copies.accept(made.checkpoint());
        }
        return Optional.ofNullable(made.checkpoint());
    }

    /** Waits until the chain covers what is stored now, and makes one; without it if that takes too long. */
    public Optional<Checkpoint> makeOfNow(String tenant, Duration patience) throws InterruptedException {
        long head = position("select position from event_head");
        long end = System.nanoTime() + patience.toNanos();
        while (position("select position from notary_place") < head && System.nanoTime() < end) {
            Thread.sleep(PAUSE);
        }
        return make(tenant);
    }

    private long position(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** Nobody else moves the chain or makes a checkpoint of it until the transaction ends. */
    private @Nullable Head lockedHead(String tenant) {
        return jdbc.sql("select position, events, hash from chain_head where tenant_id = ? for update")
                .param(tenant)
                .query((row, n) -> new Head(row.getLong(1), row.getLong(2), row.getBytes(3)))
                .optional()
                .orElse(null);
    }

    private @Nullable Checkpoint last(String tenant) {
        return jdbc.sql("""
                        select position, events, head_hash, previous_hash, at, key_id, signature from event_checkpoint
                        where tenant_id = ? order by position desc limit 1
                        """)
                .param(tenant)
                .query((row, n) -> new Checkpoint(
                        tenant,
                        row.getLong(1),
                        row.getLong(2),
                        HEX.formatHex(row.getBytes(3)),
                        HEX.formatHex(row.getBytes(4)),
                        row.getTimestamp(5).toInstant(),
                        row.getString(6),
                        Base64.getEncoder().encodeToString(row.getBytes(7))))
                .optional()
                .orElse(null);
    }

    private Checkpoint store(String tenant, Head head, @Nullable Checkpoint last) {
        String previous = last == null ? HEX.formatHex(HashChain.genesis(tenant)) : last.hash();
        Checkpoint made = Checkpoint.unsigned(
                        tenant, head.position(), head.events(), HEX.formatHex(head.hash()), previous, clock.instant())
                .signedBy(keys.signer());
        jdbc.sql("insert into event_checkpoint values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        tenant,
                        head.position(),
                        head.events(),
                        head.hash(),
                        HEX.parseHex(previous),
                        Timestamp.from(made.at()),
                        made.keyId(),
                        Base64.getDecoder().decode(made.signature()))
                .update();
        jdbc.sql("update chain_head set checkpointed_events = events, waiting_since = null where tenant_id = ?")
                .param(tenant)
                .update();
        return made;
    }
}
