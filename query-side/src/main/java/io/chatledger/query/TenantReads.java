package io.chatledger.query;

import io.chatledger.kernel.tenant.TenantId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the rows of one tenant, and of no other: row-level security holds even where a query forgets to say whose. In
 * the past, the names of tables stand for those of then, in plain SQL too; what is not there cannot be read by mistake.
 */
@Component
public class TenantReads {

    private final DSLContext database;
    private final TransactionTemplate transaction;

    public TenantReads(
            @Qualifier("queryDataSource") DataSource source,
            @Qualifier("queryTransactions") PlatformTransactionManager transactions) {
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
     * @throws IllegalStateException in a past of which there are no tables
     */
    public <T> T read(TenantId tenant, Function<DSLContext, T> work) {
        return transaction.execute(status -> {
            database.fetch("select set_config('app.tenant_id', ?, true)", tenant.value());
            Past past = Past.current();
            if (past != null) {
                database.fetch("select set_config('search_path', ?, true)", past.schema());
            }
            return work.apply(database);
        });
    }

    private static Field<String> text(Table<?> view, String column) {
        return Objects.requireNonNull(view.field(column, String.class), column);
    }
}
