package io.chatledger.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.eventstore.chain.HashChain;
import io.chatledger.eventstore.chain.StoredEvent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** All that somebody can do who has every right in the database, and no key. */
final class Forgery {

    private Forgery() {}

    /** Hashes the events as they lie there now. */
    static void rewriteChain(AuditedBusiness audited) throws SQLException {
        String tenant = audited.tenant();
        try (Connection connection = audited.application().owner()) {
            byte[] hash = rewriteHashes(connection, tenant);
            Tampering.on(
                    connection,
                    "update chain_head set hash = ?, events = (select count(*) from event where tenant_id = ?),"
                            + " position = (select max(position) from event where tenant_id = ?) where tenant_id = ?",
                    hash,
                    tenant,
                    tenant,
                    tenant);
        }
        assertThat(audited.application().number("select count(*) from event_hash where tenant_id = ?", tenant))
                .isEqualTo(audited.count());
    }

    private static byte[] rewriteHashes(Connection connection, String tenant) throws SQLException {
        Tampering.on(connection, "delete from event_hash where tenant_id = ?", tenant);
        byte[] hash = HashChain.genesis(tenant);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select position, event_id, aggregate_type, aggregate_id, sequence, name, revision,"
                                + " (extract(epoch from recorded_at) * 1000000)::bigint, payload::text, metadata::text"
                                + " from event where tenant_id = '" + tenant + "' order by position")) {
            while (row.next()) {
                hash = HashChain.link(hash, event(tenant, row));
                Tampering.on(connection, "insert into event_hash values (?, ?, ?)", tenant, row.getLong(1), hash);
            }
        }
        return hash;
    }

    private static StoredEvent event(String tenant, ResultSet row) throws SQLException {
        return new StoredEvent(
                tenant,
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getInt(7),
                row.getLong(8),
                row.getString(9),
                row.getString(10));
    }
}
