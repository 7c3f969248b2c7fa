package io.chatledger.query;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the rows of one tenant, and of no other: row-level security holds even where a query forgets to say whose. In
 * the past, the names of tables stand for those of then, in plain SQL too; what is not there cannot be read by mistake.
 */
@Component
public class TenantReads {

    private static final FairShares.Bounds BOUNDS = new FairShares.Bounds(8, 3, 200, Duration.ofSeconds(5));
    private static final FairShares.Bounds LONG_BOUNDS = new FairShares.Bounds(2, 1, 20, Duration.ofSeconds(5));

    /** How many read at the same time; each takes a connection. */
    public static final int AT_ONCE = BOUNDS.places() + LONG_BOUNDS.places();

    private static final Duration LONGEST_STATEMENT_OF_LONG = Duration.ofSeconds(20);
    private static final String CANCELLED = "57014";

    private final DataSource source;
    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final FairShares connections = new FairShares(BOUNDS);
    private final FairShares longReadings = new FairShares(LONG_BOUNDS);
    private final String longestStatement;

    /** @param longestStatement how long a statement may take, unless its transaction says otherwise */
    public TenantReads(
            @Qualifier("queryDataSource") DataSource source,
            @Qualifier("queryTransactions") PlatformTransactionManager transactions,
            @Value("${chatledger.query.statement-timeout:5s}") Duration longestStatement) {
        this.source = source;
        this.longestStatement = String.valueOf(longestStatement.toMillis());
        this.database = DSL.using(new TransactionAwareDataSourceProxy(source), SQLDialect.POSTGRES);
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    /** The row of a view with that id; of the past also where only single rows are known of it. */
    public <R extends UpdatableRecord<R>> Optional<R> row(TenantId tenant, Table<R> view, String id) {
        Past past = Past.current();
        if (past != null && past.source() instanceof Past.Events events) {
            return events.rows().find(tenant, view, id);
        }
        return read(
                tenant,
                database -> database.selectFrom(view)
                        .where(text(view, "tenant_id").eq(tenant.value()))
                        .and(text(view, "id").eq(id))
                        .fetchOptional());
    }

    /**
     * Does the work in one read-only transaction; it must not keep the context it is given.
     *
     * @throws DomainProblem {@code too-long} for a statement that does not come to its end in time; what
     *     {@link FairShares#enter} throws
     * @throws IllegalStateException in a past of which there are no tables
     */
    public <T> T read(TenantId tenant, Function<DSLContext, T> work) {
        if (TransactionSynchronizationManager.hasResource(source)) {
            return reading(tenant, work); // part of another reading, which has a connection already
        }
        try (FairShares.Place place = connections.enter(tenant)) {
            return reading(tenant, work);
        }
    }

    /**
     * As {@link #read} for what goes through whole views and may take 20 seconds: in places of its own, so that nothing
     * that is quick waits for it.
     *
     * @throws DomainProblem as {@link #read}
     */
    public <T> T readLong(TenantId tenant, Function<DSLContext, T> work) {
        try (FairShares.Place place = longReadings.enter(tenant)) {
            return reading(tenant, database -> {
                database.execute("set local statement_timeout = " + LONGEST_STATEMENT_OF_LONG.toMillis());
                return work.apply(database);
            });
        }
    }

    private <T> T reading(TenantId tenant, Function<DSLContext, T> work) {
        try {
            return transaction.execute(status -> {
                database.fetch(
                        "select set_config('app.tenant_id', ?, true), set_config('statement_timeout', ?, true)",
                        tenant.value(),
                        longestStatement);
                Past past = Past.current();
                if (past != null) {
                    database.fetch("select set_config('search_path', ?, true)", past.schema());
                }
                return work.apply(database);
            });
        } catch (DataAccessException failure) {
            throw CANCELLED.equals(failure.sqlState()) ? tooLong() : failure;
        }
    }

    /** Asked again, it would take as long. */
    private static DomainProblem tooLong() {
        return new DomainProblem(
                DomainProblem.Kind.UNPROCESSABLE,
                "too-long",
                "This takes too long to find out; ask for less, such as a shorter time or longer words.");
    }

    private static Field<String> text(Table<?> view, String column) {
        return Objects.requireNonNull(view.field(column, String.class), column);
    }
}
