package io.chatledger.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.eventstore.OwnDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The tables that this module makes are those of ChatLedger's migrations, but for who may see what. */
class TablesIT {

    private static final String TABLES =
            "('event', 'event_head', 'snapshot', 'event_hash', 'notary_place', 'chain_head',"
                    + " 'event_gap', 'event_checkpoint')";

    private static final List<String> FACTS = List.of(
            "select table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable || ' '"
                    + " || coalesce(column_default, '') from information_schema.columns where table_name in " + TABLES,
            "select indexdef from pg_indexes where tablename in " + TABLES,
            "select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal and tgrelid::regclass::text in "
                    + TABLES,
            "select relname || ' ' || coalesce(reloptions::text, '') from pg_class where relname in " + TABLES,
            "select 'head ' || position from event_head union all select 'notary ' || position from notary_place");

    @Test
    void theyAreTheSameAsInTheMigrations() throws Exception {
        try (EmbeddedPostgres migrated = EmbeddedPostgres.start();
                OwnDatabase own = new OwnDatabase()) {
            Flyway.configure().dataSource(migrated.getPostgresDatabase()).load().migrate();
            EventStoreTables.createChain(own.dataSource());
            assertThat(facts(own.dataSource()))
                    .hasSizeGreaterThan(50)
                    .containsExactlyInAnyOrderElementsOf(facts(migrated.getPostgresDatabase()));
        }
    }

    @Test
    void makingThemAgainChangesNothing() throws Exception {
        try (OwnDatabase own = new OwnDatabase()) {
            EventStoreTables.createChain(own.dataSource());
            List<String> before = facts(own.dataSource());
            EventStoreTables.create(own.dataSource());
            EventStoreTables.createChain(own.dataSource());
            assertThat(facts(own.dataSource())).isEqualTo(before);
        }
    }

    private static List<String> facts(DataSource database) throws Exception {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String fact : FACTS) {
                try (ResultSet row = statement.executeQuery(fact + " order by 1")) {
                    while (row.next()) {
                        found.add(row.getString(1));
                    }
                }
            }
        }
        return found;
    }
}
