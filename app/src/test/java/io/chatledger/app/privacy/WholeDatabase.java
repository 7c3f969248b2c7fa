package io.chatledger.app.privacy;

import io.chatledger.app.rig.Database;
import io.chatledger.app.rig.TestCluster;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Everything that the database holds: all tables of all schemas, and what its planner remembers of them. */
final class WholeDatabase {

    private static final String TABLES = """
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
            union all select unnest(array['pg_statistic', 'pg_statistic_ext_data', 'pg_largeobject'])
            """;

    private static final String COUNTED = """
            select n.nspname || '.' || c.relname || '.' || a.attname
            from pg_statistic s join pg_class c on c.oid = s.starelid join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum = s.staattnum
            where s::text like '%' || ? || '%'
            """;

    private WholeDatabase() {}

    /** @return the tables in which one of the texts stands, in whatever column, as it is or behind base64 or bytes */
    static Set<String> tablesWith(List<String> texts) {
        try (Connection connection = TestCluster.owner();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Set<String> found = new TreeSet<>();
            for (String table : tables(statement)) {
                if (holds(connection, table, texts)) {
                    found.add(table);
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** A view of the past may be dropped while it is looked at: then there is nothing in it. */
    private static boolean holds(Connection connection, String table, List<String> texts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(500);
            try (ResultSet rows = statement.executeQuery("select t::text from " + table + " t")) {
                while (rows.next()) {
                    if (Traces.readings(rows.getString(1))
                            .anyMatch(one -> texts.stream().anyMatch(one::contains))) {
                        return true;
                    }
                }
            }
            return false;
        } catch (SQLException failure) {
            if (!"42P01".equals(failure.getSQLState())) {
                throw failure;
            }
            return false;
        } finally {
            connection.rollback();
        }
    }

    /** The columns of which the planner remembers the text. */
    static List<String> columnsRemembering(String text) {
        return ((Database) TestCluster::owner).ask(COUNTED, text);
    }

    /** Has the planner learn what it may of everything there is. */
    static void analyze() {
        execute("analyze");
    }

    static void execute(String sql) {
        try (Connection connection = TestCluster.owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(TABLES)) {
            List<String> tables = new ArrayList<>();
            while (row.next()) {
                tables.add(row.getString(1));
            }
            return tables;
        }
    }
}
