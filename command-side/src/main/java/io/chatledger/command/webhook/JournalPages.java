package io.chatledger.command.webhook;

import io.chatledger.kernel.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The bodies in which one tenant's customers may be named, in portions that fit into memory: those of the tenant; those
 * that were nobody's when they came, as the number they are for may be the tenant's since; and those that do not say whom
 * they concern, as they are not worked through yet, or were before that was kept.
 */
@Component
class JournalPages {

    private static final byte[] NOTHING = new byte[0];
    private static final int PAGE = 500;

    /** Of bodies held at a time, but for the last one of them, which may be larger. */
    private static final int BYTES_OF_PAGE = 8 << 20;

    /** At least one, and no more than come into memory with ease. */
    private static final String ENTRIES = """
            select id, source, arrival, body, sealed, blacken_later, waiting, mine, unsaid
            from (select *, sum(octet_length(body)) over (order by id) - octet_length(body) as before from (
              select id, source, arrival, body, sealed, blacken_later, state = 'received' as waiting,
                tenants @> array[:tenant]::text[] is true as mine, state = 'done' and tenants is null as unsaid
              from webhook_journal
              where WHICH and arrival <= :upTo and octet_length(body) > 0
                and (tenants is null or state = 'received' or tenants && array[:tenant, 'platform']::text[])
              order by id limit :page) found) page
            where before < :bytes order by id
            """;

    private static final String REPLACE = """
            update webhook_journal set WHAT
            where id = :id and body = :before and blacken_later is not distinct from :laterBefore
              and (state = 'received') = :waiting
            """;

    /**
     * A body.
     *
     * @param later whom it is to lose later, sealed; null for nobody
     * @param waiting whether it is still to be worked through, for the first time or once more
     * @param mine whether it is said to concern the tenant
     * @param unsaid whether that was not yet said of anybody when it was worked through
     */
    record Entry(
            UUID id,
            String source,
            long arrival,
            byte[] stored,
            byte[] body,
            byte @Nullable [] later,
            boolean waiting,
            boolean mine,
            boolean unsaid) {}

    private final JdbcClient jdbc;
    private final JournalBodies bodies;

    JournalPages(@Qualifier("storeDataSource") DataSource store, JournalBodies bodies) {
        this.jdbc = JdbcClient.create(store);
        this.bodies = bodies;
    }

    /** @param last id of the last body of the portion before */
    List<Entry> after(UUID last, TenantId tenant, long upToArrival) {
        return entries("id > :id", last, tenant, upToArrival);
    }

    /** The body as it is now; none where it is out of question by now. */
    List<Entry> again(UUID id, TenantId tenant, long upToArrival) {
        return entries("id = :id", id, tenant, upToArrival);
    }

    /**
     * @param body open; empty where nothing is left of it
     * @return false where the body has changed meanwhile, or has been worked through, so that it has to be looked at again
     */
    boolean replace(Entry entry, byte[] body, byte @Nullable [] later) {
        boolean same = body == entry.body();
        return jdbc.sql(REPLACE.replace(
                                "WHAT",
                                same
                                        ? "blacken_later = :later"
                                        : "body = :body, sealed = true, blacken_later = :later"))
                        .param("body", same || body.length == 0 ? NOTHING : bodies.seal(entry.id(), body))
                        .param("later", later, Types.BINARY)
                        .param("id", entry.id())
                        .param("before", entry.stored())
                        .param("laterBefore", entry.later(), Types.BINARY)
                        .param("waiting", entry.waiting())
                        .update()
                == 1;
    }

    private List<Entry> entries(String which, UUID id, TenantId tenant, long upToArrival) {
        return jdbc.sql(ENTRIES.replace("WHICH", which))
                .param("id", id)
                .param("upTo", upToArrival)
                .param("tenant", tenant.value())
                .param("page", PAGE)
                .param("bytes", BYTES_OF_PAGE)
                .query((row, number) -> entry(row))
                .list();
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("source"),
                row.getLong("arrival"),
                row.getBytes("body"),
                bodies.open(row),
                row.getBytes("blacken_later"),
                row.getBoolean("waiting"),
                row.getBoolean("mine"),
                row.getBoolean("unsaid"));
    }
}
