package io.chatledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A table as a migration makes it, with nothing but {@code chatledger_row_security} to keep tenants apart. */
class RowSecurityIT {

    @BeforeAll
    static void makeTables() {
        DSLContext owner = MigratedDatabase.owner();
        for (String table : List.of("parcel_view", "parcel_secret")) {
            owner.execute("create table " + table + " (tenant_id text not null, id text, primary key (tenant_id, id))");
        }
        owner.execute("create table parcel_count (tenant_id text, parcels int)");
        owner.execute("select chatledger_row_security('parcel_view')");
        owner.execute("select chatledger_row_security('parcel_secret', 'chatledger_store', null)");
        as("chatledger_projection", null, "insert into parcel_view values ('shop-a', '1'), ('shop-b', '2')");
        as("chatledger_store", null, "insert into parcel_secret values ('shop-a', '1')");
    }

    @Test
    void aTenantSeesItsRowsAndNoOthers() {
        assertThat(parcelsSeenBy("shop-a")).containsExactly("1");
        assertThat(parcelsSeenBy("shop-b")).containsExactly("2");
        assertThat(parcelsSeenBy("shop-c")).isEmpty();
    }

    @Test
    void withoutATenantNothingIsSeen() {
        assertThat(parcelsSeenBy(null)).isEmpty();
        assertThat(parcelsSeenBy("")).isEmpty();
    }

    @Test
    void theReaderChangesNothing() {
        assertThatThrownBy(() -> as("chatledger_query", "shop-a", "update parcel_view set id = '3'"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void theWriterChangesTheRowsOfAll() {
        assertThat(as("chatledger_projection", null, "update parcel_view set id = id"))
                .isEqualTo(2);
    }

    @Test
    void withoutAReaderOnlyTheWriterSeesAny() {
        assertThat(as("chatledger_store", null, "update parcel_secret set id = id"))
                .isEqualTo(1);
        assertThatThrownBy(() -> as("chatledger_query", "shop-a", "select from parcel_secret"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void aTableWhoseRowsAreNobodysIsRefused() {
        DSLContext owner = MigratedDatabase.owner();
        assertThatThrownBy(() -> owner.execute("select chatledger_row_security('parcel_count')"))
                .hasMessageContaining("tenant_id text not null");
    }

    @Test
    void noTableOfTenantsIsLeftOpen() {
        assertThat(open("exists")).containsExactly("parcel_count");
    }

    /** Where the log ends, how far the processors are, and which migrations have run. */
    @Test
    void everyOtherTableIsOneOfThoseThatAreNobodys() {
        assertThat(open("not exists")).containsExactly("event_head", "flyway_schema_history", "token_entry");
    }

    /** The tables that do not keep tenants apart, of those that say or do not say whose their rows are. */
    private static List<String> open(String saying) {
        return MigratedDatabase.owner()
                .fetch(
                        "select relname from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace"
                                + " and not (relrowsecurity and relforcerowsecurity) and " + saying
                                + " (select from pg_attribute where attrelid = c.oid and attname = 'tenant_id') order by relname")
                .getValues(0, String.class);
    }

    private static List<String> parcelsSeenBy(@Nullable String tenant) {
        return MigratedDatabase.owner().transactionResult(transaction -> {
            act(transaction.dsl(), "chatledger_query", tenant);
            return transaction
                    .dsl()
                    .fetch("select id from parcel_view order by id")
                    .getValues(0, String.class);
        });
    }

    private static int as(String role, @Nullable String tenant, String statement) {
        return MigratedDatabase.owner().transactionResult(transaction -> {
            act(transaction.dsl(), role, tenant);
            return transaction.dsl().execute(statement);
        });
    }

    private static void act(DSLContext transaction, String role, @Nullable String tenant) {
        transaction.execute("set local role " + role);
        if (tenant != null) {
            transaction.fetch("select set_config('app.tenant_id', ?, true)", tenant);
        }
    }
}
