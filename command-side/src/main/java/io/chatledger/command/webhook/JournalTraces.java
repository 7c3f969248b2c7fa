package io.chatledger.command.webhook;

import io.chatledger.command.PersonalTraces;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Raw bodies in which a person is named. All of a tenant's are looked through, which takes some seconds for a hundred
 * thousand of them; those that were nobody's when they came, as the number they are for may be the tenant's since; and
 * those that do not say whom they concern, as they are not worked through yet, or were before that was kept.
 */
@Component
class JournalTraces implements PersonalTraces {

    private static final int PAGE = 500;
    private static final int BYTES_OF_PAGE = 8 << 20;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final JournalBodies bodies;
    private final Deliveries deliveries;
    private final Map<String, WebhookSource> sources;

    /** At least one, and no more than come into memory with ease. */
    private static final String ENTRIES = """
            select id, source, body, sealed, unsaid, mine
            from (select *, sum(octet_length(body)) over (order by id) - octet_length(body) as before from (
              select id, source, body, sealed, state = 'done' and tenants is null as unsaid,
                tenants @> array[:tenant]::text[] is true as mine
              from webhook_journal
              where WHICH and arrival <= :upTo and octet_length(body) > 0
                and (tenants is null or state = 'received' or tenants && array[:tenant, 'platform']::text[])
              order by id limit :page) found) page
            where before < :bytes order by id
            """;

    /**
     * A body.
     *
     * @param mine whether it is said to concern the tenant
     * @param unsaid whether that was not yet said of anybody when it was worked through
     */
    private record Entry(UUID id, String source, byte[] stored, byte[] body, boolean mine, boolean unsaid) {}

    JournalTraces(
            @Qualifier("storeDataSource") DataSource store,
            JournalBodies bodies,
            Deliveries deliveries,
            List<WebhookSource> sources) {
        this.jdbc = JdbcClient.create(store);
        this.bodies = bodies;
        this.deliveries = deliveries;
        this.sources = sources.stream().collect(Collectors.toMap(WebhookSource::name, Function.identity()));
    }

    @Override
    public int remove(TenantId tenant, Set<Identity> identities, long upToArrival) {
        Search search = new Search(tenant, identities, upToArrival);
        int removed = 0;
        UUID last = FIRST;
        for (List<Entry> page = search.after(last); !page.isEmpty(); page = search.after(last)) {
            for (Entry entry : page) {
                removed += search.blackened(entry) ? 1 : 0;
            }
            last = page.getLast().id();
        }
        return removed;
    }

    private final class Search {

        private final TenantId tenant;
        private final Set<Identity> identities;
        private final long upToArrival;
        private final Blackening blackening;

        private Search(TenantId tenant, Set<Identity> identities, long upToArrival) {
            this.tenant = tenant;
            this.identities = identities;
            this.upToArrival = upToArrival;
            this.blackening = new Blackening(
                    tenant, identities.stream().map(Identity::value).collect(Collectors.toSet()));
        }

        List<Entry> after(UUID last) {
            return entries("id > :id", last);
        }

        /** Others may be forgotten in the same body at the same moment: whoever comes second looks again. */
        boolean blackened(Entry found) {
            for (Entry entry = found; ; ) {
                byte[] left = without(entry);
                if (Arrays.equals(left, entry.body())) {
                    return false;
                }
                if (!entry.mine()) {
                    source(entry).withhold(entry.body(), entry.id(), tenant, identities);
                }
                if (replaced(entry, left)) {
                    return true;
                }
                List<Entry> again = entries("id = :id", entry.id());
                if (again.isEmpty()) {
                    return false;
                }
                entry = again.getFirst();
            }
        }

        private List<Entry> entries(String which, UUID id) {
            return jdbc.sql(ENTRIES.replace("WHICH", which))
                    .param("id", id)
                    .param("upTo", upToArrival)
                    .param("tenant", tenant.value())
                    .param("page", PAGE)
                    .param("bytes", BYTES_OF_PAGE)
                    .query((row, n) -> new Entry(
                            row.getObject("id", UUID.class),
                            row.getString("source"),
                            row.getBytes("body"),
                            bodies.open(row),
                            row.getBoolean("mine"),
                            row.getBoolean("unsaid")))
                    .list();
        }

        private byte[] without(Entry entry) {
            if (!sources.containsKey(entry.source())
                    || !blackening.isConceivable(new String(entry.body(), StandardCharsets.UTF_8))) {
                return entry.body();
            }
            boolean whole = entry.mine() || (entry.unsaid() && deliveries.exists(tenant, entry.id()));
            return blackening.of(entry.body(), whole, source(entry)::owners);
        }

        private WebhookSource source(Entry entry) {
            return Objects.requireNonNull(sources.get(entry.source()));
        }

        private boolean replaced(Entry entry, byte[] body) {
            return jdbc.sql("update webhook_journal set body = ?, sealed = true where id = ? and body = ?")
                            .params(body.length == 0 ? body : bodies.seal(entry.id(), body), entry.id(), entry.stored())
                            .update()
                    == 1;
        }
    }
}
