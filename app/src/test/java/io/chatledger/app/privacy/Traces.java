package io.chatledger.app.privacy;

import io.chatledger.app.rig.TestCluster;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks for a text in all that the database holds of a tenant, as it stands there or behind base64. */
final class Traces {

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{8,}");
    private static final Pattern BYTES = Pattern.compile("\\\\x((?:[0-9a-f]{2})+)");

    /** With those that belong to all tenants together. */
    private static final String TABLES = """
            select case table_schema when 'public' then '' else table_schema || '.' end || table_name,
              count(*) filter (where column_name = 'tenant_id') > 0
            from information_schema.columns join information_schema.tables using (table_schema, table_name)
            where table_schema in ('public', 'retired') and table_type = 'BASE TABLE'
            group by table_schema, table_name order by table_schema, table_name
            """;

    private Traces() {}

    /** @return the tables in which the text is found, once for each row */
    static List<String> of(String text, String tenant) {
        List<String> found = new ArrayList<>();
        try (Connection connection = TestCluster.owner();
                ResultSet tables = connection.createStatement().executeQuery(TABLES)) {
            while (tables.next()) {
                String table = tables.getString(1);
                String where = tables.getBoolean(2) ? " where tenant_id = ?" : " where ? is not null";
                PreparedStatement rows = connection.prepareStatement("select t::text from " + table + " t" + where);
                rows.setString(1, tenant);
                ResultSet row = rows.executeQuery();
                while (row.next()) {
                    if (readings(row.getString(1)).anyMatch(reading -> reading.contains(text))) {
                        found.add(table);
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return found;
    }

    static Stream<String> readings(String row) {
        List<String> plain = new ArrayList<>(List.of(row));
        BYTES.matcher(row)
                .results()
                .forEach(bytes -> plain.add(latin(HexFormat.of().parseHex(bytes.group(1)))));
        return Stream.concat(plain.stream(), plain.stream().flatMap(Traces::decoded));
    }

    /** Whichever character it begins at. */
    private static Stream<String> decoded(String text) {
        return BASE64.matcher(text)
                .results()
                .map(stretch -> stretch.group().replace('-', '+').replace('_', '/'))
                .flatMap(stretch -> IntStream.range(0, 4).mapToObj(stretch::substring))
                .map(stretch -> stretch.substring(0, stretch.length() / 4 * 4))
                .map(stretch -> latin(Base64.getDecoder().decode(stretch)));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
