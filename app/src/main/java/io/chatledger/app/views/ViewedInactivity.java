package io.chatledger.app.views;

import io.chatledger.app.Roles.CommandRole;
import io.chatledger.command.contact.InactiveContacts;
import io.chatledger.eventstore.EventPositions;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Lane;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who has been silent, from all views that have a column {@code active_at} beside {@code contact_id}, as long as these
 * can be trusted: they have taken in every event there was when
 * the question came, and none of the tenant's is parked.
 */
@Component
@Conditional(CommandRole.class)
class ViewedInactivity implements InactiveContacts {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    /** The views of all features that say when a contact was last active in what a row tells of. */
    private static final String ACTIVITIES = """
            select format('(select max(v.active_at) from %I v where v.tenant_id = c.tenant_id and v.contact_id = any('
                || 'array[c.id] || array(select jsonb_array_elements_text(c.merged_ids))))', t.relname) as activity,
              exists (select from projection_build b where b.version > 0
                and b.name = replace(regexp_replace(t.relname, '_view$', ''), '_', '-')) as made
            from pg_class t
            where t.relnamespace = 'public'::regnamespace and t.relname like '%\\_view'
              and (select count(*) from pg_attribute a where a.attrelid = t.oid and not a.attisdropped
                and a.attname in ('tenant_id', 'contact_id', 'active_at')) = 3
            order by t.relname
            """;

    private static final String SILENT = """
            select c.id from contact_view c
            where c.tenant_id = :tenant and c.erased_at is null and c.merged_into_id is null
              and coalesce(greatest(%s), c.created_at) < :before
              and not exists (select from dead_letter d where d.tenant_id = c.tenant_id and d.projection is not null)
            order by c.created_at, c.id limit :most
            """;

    /** @param newest SQL that finds in a view when contact {@code c} was last active */
    private record Activity(String newest, boolean made) {}

    private final JdbcClient jdbc;
    private final EventPositions events;

    ViewedInactivity(@Qualifier("projectionDataSource") DataSource views, EventPositions events) {
        this.jdbc = JdbcClient.create(views);
        this.events = events;
    }

    @Override
    public List<ContactId> since(TenantId tenant, Instant lastMessageBefore, int atMost) {
        if (!upToDate()) {
            return List.of();
        }
        List<Activity> activities = jdbc.sql(ACTIVITIES)
                .query((row, n) -> new Activity(row.getString(1), row.getBoolean(2)))
                .list();
        // A view that was never made yet tells of nobody, however active they were.
        if (activities.isEmpty() || !activities.stream().allMatch(Activity::made)) {
            return List.of();
        }
        String newest = activities.stream().map(Activity::newest).collect(Collectors.joining(", "));
        return jdbc.sql(SILENT.formatted(newest))
                .param("tenant", tenant.value())
                .param("before", Timestamp.from(lastMessageBefore))
                .param("most", atMost)
                .query((row, n) -> ContactId.of(tenant, UUID.fromString(row.getString(1))))
                .list();
    }

    private boolean upToDate() {
        long head = events.head();
        long end = System.nanoTime() + PATIENCE;
        while (position() < head) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return true;
    }

    /** Of the lane that is furthest behind, as any of them may hold a view that tells of activity. */
    private long position() {
        return jdbc.sql("""
                        select coalesce(min((convert_from(token, 'UTF8')::json->>'globalIndex')::bigint), -1) from token_entry
                        where segment = 0 and processor_name in
                          (select :shared || case when lane = '' then '' else '.' || lane end from projection_build)
                        """).param("shared", Lane.PROCESSOR).query(Long.class).single();
    }
}
