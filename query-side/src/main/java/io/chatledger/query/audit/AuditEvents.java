package io.chatledger.query.audit;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.trueCondition;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Cursor;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.ViewTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what has happened in a tenant, from the events themselves. */
@Component
public class AuditEvents {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_RELATED = 2000;

    // Both sides come in the order of the tenant's index, so a page ends the search as soon as it is full.
    private static final String SELECT = "select e.*, h.hash from (select " + ChainReads.COLUMNS
            + " from event e where {0} order by e.position %s limit {1}) e left join event_hash h"
            + " on h.tenant_id = e.tenant_id and h.position = e.position order by e.position %s";

    private final ChainReads reads;
    private final PayloadText payloads;
    private final RowsAround rows;
    private final ViewTopics topics;
    private final Set<String> effects;

    AuditEvents(ChainReads reads, PayloadText payloads, RowsAround rows, ViewTopics topics, Features features) {
        this.reads = reads;
        this.payloads = payloads;
        this.rows = rows;
        this.topics = topics;
        this.effects = features.registry().all().entrySet().stream()
                .filter(event -> features.effects().settles(event.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws DomainProblem {@code invalid-request} */
    public Page<EventView> find(TenantId tenant, EventFilter filter, Paging paging) {
        boolean ascending = filter.oldestFirst();
        Condition wanted = filter.toCondition(tenant).and(after(paging.from(), ascending));
        List<EventView> found = fetch(tenant, wanted, ascending, paging.limit() + 1);
        if (found.stream().anyMatch(event -> event.hash() == null)) {
            // Stored a moment ago: the chain is about to cover it.
            reads.awaitLinked(tenant, PATIENCE);
            found = fetch(tenant, wanted, ascending, paging.limit() + 1);
        }
        return Page.ofEach(found, paging, event -> event, event -> new Cursor(Instant.EPOCH, event.position(), "p"));
    }

    /**
     * One event, by its id or its position.
     *
     * @throws DomainProblem {@code not-found}
     */
    public EventView one(TenantId tenant, String idOrPosition) {
        EventView found = byIdOrPosition(tenant, idOrPosition);
        if (found == null) {
            throw DomainProblem.notFound("event");
        }
        return found;
    }

    private @Nullable EventView byIdOrPosition(TenantId tenant, String idOrPosition) {
        Condition wanted = isPosition(idOrPosition)
                ? condition("e.position = ?", Long.parseLong(idOrPosition))
                : condition("e.event_id = ?", idOrPosition);
        List<EventView> found = fetch(tenant, of(tenant).and(wanted), false, 1);
        return found.isEmpty() ? null : found.getFirst();
    }

    /**
     * What an event changed; by its position wherever the events are.
     *
     * @throws DomainProblem {@code not-found}
     */
    public EventChanges changes(TenantId tenant, String idOrPosition) {
        long position = isPosition(idOrPosition)
                ? Long.parseLong(idOrPosition)
                : one(tenant, idOrPosition).position();
        return EventChanges.of(position, rows.event(tenant, position), topics);
    }

    /**
     * What led to an event, and what it led to.
     *
     * @param id of an event, or of a correlation
     * @throws DomainProblem {@code not-found}
     */
    public Causation causation(TenantId tenant, String id) {
        EventView event = byIdOrPosition(tenant, id);
        String correlation = event == null || event.correlationId() == null ? id : event.correlationId();
        List<EventView> related = correlated(tenant, correlation);
        if (related.isEmpty() && event == null) {
            throw DomainProblem.notFound("event");
        }
        // One that somebody has put in by hand may belong to no request.
        return Causation.tree(correlation, related.isEmpty() ? List.of(event) : related, effects);
    }

    /** Everything that one request from outside has set off, the oldest first. */
    private List<EventView> correlated(TenantId tenant, String correlationId) {
        Condition wanted = of(tenant).and(condition("e.metadata->>'correlationId' = ?", correlationId));
        return fetch(tenant, wanted, true, MOST_RELATED);
    }

    private static boolean isPosition(String text) {
        return text.matches("[0-9]{1,18}");
    }

    private static Condition of(TenantId tenant) {
        return condition("e.tenant_id = ?", tenant.value());
    }

    private static Condition after(@Nullable Cursor from, boolean ascending) {
        if (from == null) {
            return noCondition();
        }
        return condition(ascending ? "e.position > ?" : "e.position < ?", from.sequence());
    }

    private List<EventView> fetch(TenantId tenant, Condition wanted, boolean ascending, int limit) {
        String order = ascending ? "asc" : "desc";
        return reads.read(
                tenant,
                database -> database.fetch(
                                SELECT.formatted(order, order),
                                trueCondition().and(wanted),
                                org.jooq.impl.DSL.inline(limit))
                        .map(this::view));
    }

    private EventView view(Record row) {
        return EventView.of(ChainReads.event(row), row.get(11, byte[].class), payloads.shown(ChainReads.event(row)));
    }
}
