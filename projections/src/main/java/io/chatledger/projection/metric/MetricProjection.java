package io.chatledger.projection.report;

import static io.chatledger.readmodel.generated.Tables.METRIC_VIEW;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.report.Metric;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Fact;
import io.chatledger.projection.NextRow;
import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import io.chatledger.projection.Step;
import io.chatledger.readmodel.generated.tables.records.MetricViewRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * All versions of all metrics: a row for each thing that one of them counts, which names its event, and a row for each
 * subject with what they remember of it. Instants are kept and not days: which day it was is said by the tenant's
 * time zone, when somebody asks.
 */
public final class MetricProjection implements Projection<Event, MetricViewRecord> {

    private static final List<Definition> DEFINITIONS = List.of(
            Tally.MESSAGES_IN_1,
            Tally.MESSAGES_IN_2,
            Tally.MESSAGES_OUT_1,
            Tally.MESSAGES_OUT_2,
            new FirstReply(),
            new FirstReplyByEach(Metric.FIRST_RESPONSE_TIME_2),
            new ProperMessages(new FirstReplyByEach(Metric.FIRST_RESPONSE_TIME_3)),
            Tally.OPENED,
            Tally.RESOLVED,
            new Failures());

    private final Map<Subject, List<Definition>> bySubject;
    private final Set<Class<? extends Event>> events;

    public MetricProjection() {
        this(DEFINITIONS);
    }

    MetricProjection(List<Definition> definitions) {
        this.bySubject = definitions.stream()
                .collect(Collectors.groupingBy(Definition::subject, LinkedHashMap::new, Collectors.toList()));
        this.events = bySubject.keySet().stream()
                .flatMap(subject -> subject.events().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String name() {
        return "metric";
    }

    /** Nobody waits for a number of a report as for a message. */
    @Override
    public String lane() {
        return "report";
    }

    /** Goes up with every definition more: it is made over all history then. */
    @Override
    public int version() {
        return 2;
    }

    @Override
    public Table<MetricViewRecord> table() {
        return METRIC_VIEW;
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return events;
    }

    @Override
    public List<String> ids(Event event) {
        return bySubject.keySet().stream()
                .map(subject -> subject.id().apply(event))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public Partition partition() {
        return Partition.BY_TENANT;
    }

    /** Nobody looks at single rows. */
    @Override
    public String subject(MetricViewRecord row) {
        return "*";
    }

    @Override
    public @Nullable MetricViewRecord fold(@Nullable MetricViewRecord row, Event event, RowKey key) {
        return next(row, new Step<>(key, event, new Fact(new TenantId(key.tenant()), event)))
                .row();
    }

    @Override
    public NextRow<MetricViewRecord> next(@Nullable MetricViewRecord row, Step<Event> step) {
        Fact fact = step.fact();
        Memory before = row == null ? Memory.EMPTY : Memory.read(row.getMemory());
        String channel = MetricRow.channel(step.event(), row);
        List<MetricViewRecord> counted = new ArrayList<>();
        Memory after = before;
        for (Definition definition : of(step)) {
            Seen seen = definition.see(step.event(), fact.position(), after);
            after = seen.memory();
            if (seen.figure() != null) {
                counted.add(MetricRow.counted(definition.metric(), seen.figure(), fact, channel));
            }
        }
        if (row != null && after == before && Objects.equals(row.getChannelId(), channel)) {
            return new NextRow<>(row, counted);
        }
        return new NextRow<>(MetricRow.remembered(step.key().id(), after, fact, channel), counted);
    }

    private List<Definition> of(Step<Event> step) {
        return bySubject.entrySet().stream()
                .filter(one -> step.key().id().equals(one.getKey().id().apply(step.event())))
                .flatMap(one -> one.getValue().stream())
                .toList();
    }
}
