package io.chatledger.query.audit;

import io.chatledger.eventstore.chain.StoredEvent;
import io.chatledger.kernel.Features;
import io.chatledger.kernel.message.EventRegistry;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Rows;
import io.chatledger.query.TestDatabase;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.impl.DSL;
import tools.jackson.databind.json.JsonMapper;

/** Writes events of one tenant as the store would, a second after one another, and links them. */
final class Events {

    private static final EventRegistry NAMES = Features.builtIn().registry();

    private final TenantId tenant;
    private final Map<String, Integer> sequences = new LinkedHashMap<>();
    private int stored;

    Events(TenantId tenant) {
        this.tenant = tenant;
    }

    /** When the event was stored that was the n-th, from 0. */
    static Instant at(int n) {
        return Rows.START.plusSeconds(n);
    }

    /** @return its id */
    String add(String name, String stream, Map<String, String> metadata) {
        String id = UUID.randomUUID().toString();
        int sequence = sequences.merge(stream, 1, Integer::sum) - 1;
        Long position = TestDatabase.OWNER
                .resultQuery("select coalesce(max(position), 0) + 1 from event")
                .fetchOneInto(Long.class);
        TestDatabase.OWNER.execute(
                "insert into event (position, event_id, tenant_id, aggregate_type, aggregate_id, sequence, name,"
                        + " revision, recorded_at, payload, metadata) values ({0}, {1}, {2}, 'x', {3}, {4}, {5}, {8},"
                        + " {6}::timestamptz, '{}'::json, {7}::json)",
                DSL.val(position),
                DSL.val(id),
                DSL.val(tenant.value()),
                DSL.val(tenant.value() + "/" + stream),
                DSL.val(sequence),
                DSL.val(name),
                DSL.val(at(stored++).toString()),
                DSL.val(JsonMapper.shared().writeValueAsString(metadata)),
                DSL.val(revision(name)));
        TestDatabase.OWNER.execute(
                "insert into event_hash values ({0}, {1}, decode(repeat('ab', 32), 'hex'))",
                DSL.val(tenant.value()), DSL.val(position));
        return id;
    }

    /** Today's, as the table takes no earlier one. */
    private static int revision(String name) {
        EventRegistry.Named today = NAMES.nameOf(Objects.requireNonNullElse(NAMES.classOf(name), Object.class));
        return today == null ? 1 : today.revision();
    }

    /** One that is nowhere but in memory. */
    static StoredEvent loose(String payload, String metadata) {
        return new StoredEvent(
                "shop",
                7,
                "e1",
                "x",
                "shop/conversation/c1",
                3,
                "conversation.NoteAdded",
                1,
                1_777_636_800_000_001L,
                payload,
                metadata);
    }
}
