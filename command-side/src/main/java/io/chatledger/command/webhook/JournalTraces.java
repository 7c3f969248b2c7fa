package io.chatledger.command.webhook;

import io.chatledger.command.PersonalTraces;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Raw bodies in which a person is named. All of a tenant's are looked through, which takes some seconds for a hundred
 * thousand of them; and those that do not say whom they concern, as they were done before that was kept.
 */
@Component
class JournalTraces implements PersonalTraces {

    private static final int PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final JournalBodies bodies;
    private final Deliveries deliveries;

    private record Entry(UUID id, byte[] body, boolean known) {}

    JournalTraces(@Qualifier("storeDataSource") DataSource store, JournalBodies bodies, Deliveries deliveries) {
        this.jdbc = JdbcClient.create(store);
        this.bodies = bodies;
        this.deliveries = deliveries;
    }

    @Override
    public int remove(TenantId tenant, Set<Identity> identities) {
        Set<String> names = identities.stream().map(Identity::value).collect(Collectors.toSet());
        Blackening blackening = new Blackening(names);
        int removed = 0;
        UUID last = FIRST;
        for (List<Entry> page = after(tenant, last); !page.isEmpty(); page = after(tenant, last)) {
            for (Entry entry : page) {
                if (mentions(entry.body(), names) && (entry.known() || deliveries.exists(tenant, entry.id()))) {
                    replace(entry.id(), blackening.of(entry.body()));
                    removed++;
                }
            }
            last = page.getLast().id();
        }
        return removed;
    }

    private List<Entry> after(TenantId tenant, UUID last) {
        return jdbc.sql("""
                        select id, body, sealed, tenants is not null as known from webhook_journal
                        where id > ? and state = 'done' and octet_length(body) > 0
                          and (tenants is null or tenants @> array[?]::text[]) order by id limit ?
                        """)
                .params(last, tenant.value(), PAGE)
                .query((row, n) ->
                        new Entry(row.getObject("id", UUID.class), bodies.open(row), row.getBoolean("known")))
                .list();
    }

    private static boolean mentions(byte[] body, Set<String> names) {
        String text = new String(body, StandardCharsets.UTF_8);
        return names.stream().anyMatch(text::contains);
    }

    private void replace(UUID id, byte[] body) {
        jdbc.sql("update webhook_journal set body = ?, sealed = true where id = ? and octet_length(body) > 0")
                .params(body.length == 0 ? body : bodies.seal(id, body), id)
                .update();
    }
}
