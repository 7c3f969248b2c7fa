package io.chatledger.command.webhook;

import io.chatledger.kernel.tenant.TenantId;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finishes what has been worked through: the body first loses whom it was to lose then. */
@Component
class DeliveryEnd {

    private static final String FINISH = """
            update webhook_journal set state = 'done', attempts = 1, tenant_id = 'platform',
              claimed_by = null, claimed_until = null, tenants = case when tenants is null then cast(:whom as text[])
                else array(select unnest(tenants) union select unnest(cast(:whom as text[])) order by 1) end
            where id = :id and repeats = :repeats
            """;

    private static final String AS_IT_IS = FINISH + " and blacken_later is null";

    private static final String WITHOUT_THEM =
            FINISH.replace("set ", "set body = :body, sealed = true, blacken_later = :left, ")
                    + " and body = :before and blacken_later = :later";

    private final JdbcClient jdbc;
    private final JournalBodies bodies;
    private final LaterNames laterNames;
    private final Map<String, WebhookSource> sources;

    DeliveryEnd(
            @Qualifier("storeDataSource") DataSource store,
            JournalBodies bodies,
            LaterNames laterNames,
            List<WebhookSource> sources) {
        this.jdbc = JdbcClient.create(store);
        this.bodies = bodies;
        this.laterNames = laterNames;
        this.sources = sources.stream().collect(Collectors.toMap(WebhookSource::name, Function.identity()));
    }

    /**
     * @param whom it concerned
     * @return false if the body has come again meanwhile, so that there is more to do
     */
    boolean finish(JournalledDelivery delivery, Collection<TenantId> whom) {
        while (finishing(AS_IT_IS, delivery, whom).update() == 0) {
            Named named = named(delivery.id());
            if (named.repeats() != delivery.repeats()) {
                return false;
            }
            if (named.later() != null && finishedWithout(named, delivery, whom)) {
                return true;
            }
        }
        return true;
    }

    /** A body, and whom it is to lose; null for nobody. */
    private record Named(byte[] stored, byte[] body, byte @Nullable [] later, int repeats) {}

    /** Those in whose bodies something of others is not in the history are kept: it may be worked through once more. */
    private record Left(byte[] body, byte @Nullable [] later) {}

    private Named named(UUID id) {
        return jdbc.sql("select id, body, sealed, blacken_later, repeats from webhook_journal where id = ?")
                .param(id)
                .query((row, number) -> new Named(
                        row.getBytes("body"), bodies.open(row), row.getBytes("blacken_later"), row.getInt("repeats")))
                .single();
    }

    private boolean finishedWithout(Named named, JournalledDelivery delivery, Collection<TenantId> whom) {
        Left left = left(delivery, named, whom);
        return finishing(WITHOUT_THEM, delivery, whom)
                        .param("body", left.body().length == 0 ? left.body() : bodies.seal(delivery.id(), left.body()))
                        .param("left", left.later(), Types.BINARY)
                        .param("before", named.stored())
                        .param("later", named.later())
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec finishing(String how, JournalledDelivery delivery, Collection<TenantId> whom) {
        return jdbc.sql(how)
                .param("whom", whom.stream().map(TenantId::value).toArray(String[]::new))
                .param("id", delivery.id())
                .param("repeats", delivery.repeats());
    }

    private Left left(JournalledDelivery delivery, Named named, Collection<TenantId> whom) {
        WebhookSource source = sources.get(delivery.source());
        byte[] body = named.body();
        List<LaterNames.Person> kept = new ArrayList<>();
        for (LaterNames.Person person : laterNames.open(delivery.id(), named.later())) {
            TenantId tenant = person.tenantId();
            if (body.length == 0 || source == null) {
                continue;
            }
            if (source.isTaken(body, tenant)) {
                body = new Blackening(tenant, person.names()).of(body, whom.contains(tenant), source::owners);
            } else {
                body = source.withhold(body, delivery.id(), delivery.arrival(), tenant);
                kept.add(person);
            }
        }
        return new Left(body, kept.isEmpty() ? null : laterNames.seal(delivery.id(), kept));
    }
}
