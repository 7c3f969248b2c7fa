package io.chatledger.lab.bench;

import io.chatledger.projection.Projection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** One number for all bytes of some views, in order of their keys. */
final class RowDigests {

    private final BenchDatabase database;
    private final List<Projection<?, ?>> projections;

    RowDigests(BenchDatabase database, List<Projection<?, ?>> projections) {
        this.database = database;
        this.projections = projections;
    }

    String ofAll() throws SQLException {
        return of("");
    }

    /** Without what the benchmark's own appends have changed. */
    String ofSamples() throws SQLException {
        return of(" where tenant_id like 'shop-%'");
    }

    private String of(String where) throws SQLException {
        StringBuilder digests = new StringBuilder();
        try (Connection connection = RawInserts.open(database.embedded());
                Statement statement = connection.createStatement()) {
            for (Projection<?, ?> projection : projections) {
                String view = projection.table().getName();
                // A digest of digests: all rows as one text may be more than PostgreSQL can hold.
                ResultSet row = statement.executeQuery("select count(*) || ' rows ' ||"
                        + " md5(string_agg(md5(t::text), '' order by tenant_id, id)) from " + view + " t" + where);
                row.next();
                digests.append(view).append(' ').append(row.getString(1)).append("; ");
            }
        }
        System.out.println(digests);
        return digests.toString();
    }
}
