package io.chatledger.eventstore.chain;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sees to it that every tenant's chain gets a checkpoint after so many events, or some time after something new. */
public final class DueCheckpoints {

    private static final Logger LOG = LoggerFactory.getLogger(DueCheckpoints.class);
    private static final int AT_ONCE = 500;

    /**
     * When a checkpoint is due.
     *
     * @param events since the last one
     * @param waiting since the first event that the last one does not cover
     * @param look how often it is looked for
     */
    public record When(int events, Duration waiting, Duration look) {}

    private final JdbcClient jdbc;
    private final CheckpointMaker maker;
    private final InstantSource clock;
    private final When when;
    private Instant lookAgain = Instant.EPOCH;
    private boolean pending = true;

    public DueCheckpoints(DataSource notary, CheckpointMaker maker, InstantSource clock, When when) {
        this.jdbc = JdbcClient.create(notary);
        this.maker = maker;
        this.clock = clock;
        this.when = when;
    }

    InstantSource clock() {
        return clock;
    }

    /** There is something that has no checkpoint yet. */
    void linked() {
        pending = true;
        if (!clock.instant().isBefore(lookAgain)) {
            make();
        }
    }

    /** Makes those that are due; what fails is due again. */
    void make() {
        Instant now = clock.instant();
        if (!pending || now.isBefore(lookAgain)) {
            return;
        }
        lookAgain = now.plus(when.look());
        for (String tenant : due(now)) {
            try {
                maker.make(tenant);
            } catch (RuntimeException failure) {
                LOG.warn("No checkpoint for {}: {}", tenant, failure.toString());
            }
        }
        pending = Boolean.TRUE.equals(jdbc.sql("select exists (select from chain_head where waiting_since is not null)")
                .query(Boolean.class)
                .single());
    }

    private List<String> due(Instant now) {
        return jdbc.sql("""
                        select tenant_id from chain_head
                        where waiting_since <= ? or events - checkpointed_events >= ? limit ?
                        """)
                .params(Timestamp.from(now.minus(when.waiting())), when.events(), AT_ONCE)
                .query(String.class)
                .list();
    }
}
