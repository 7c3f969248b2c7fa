package io.chatledger.projection.metric;

import static io.chatledger.readmodel.generated.Tables.METRIC_VIEW;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Fact;
import io.chatledger.projection.NextRow;
import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import io.chatledger.projection.Step;
import io.chatledger.readmodel.generated.tables.records.MetricViewRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * All versions of all metrics: a row for each thing that one of them counts, which names its event, and a row for each
 * subject with what they remember of it. Instants are kept and not days: which day it was is said by the tenant's
 * time zone, when somebody asks.
 */
@ComponentScan(
        basePackageClasses = Projection.class,
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = MetricDefinitions.class))
public final class MetricProjection implements Projection<Event, MetricViewRecord> {

    /** Goes up whenever the same definitions make other rows. */
    private static final int FORM = 3;

    private final CountedSubjects subjects;

    /** @throws IllegalStateException where what features declare is not what they define */
    public MetricProjection(Features features, List<MetricDefinitions> definitions) {
        this.subjects = CountedSubjects.of(features.metrics(), definitions);
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

    /** Goes up with every definition more, whoever brings it: it is made over all history then. */
    @Override
    public int version() {
        return FORM + subjects.definitions();
    }

    @Override
    public Table<MetricViewRecord> table() {
        return METRIC_VIEW;
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return subjects.events();
    }

    @Override
    public List<String> ids(Event event) {
        return subjects.rows(event);
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
        CountedSubjects.One one = subjects.ofRow(step.key().id());
        Memory before = row == null ? Memory.EMPTY : Memory.read(row.getMemory());
        String named = one.subject().channel(step.event());
        String channel = named != null || row == null ? named : row.getChannelId();
        List<MetricViewRecord> counted = new ArrayList<>();
        Memory after = before;
        for (MetricDefinition definition : one.definitions()) {
            Seen seen = definition.see(step.event(), fact.position(), after);
            after = seen.memory();
            if (seen.figure() != null) {
                counted.add(MetricRow.counted(definition, seen.figure(), fact, channel));
            }
        }
        if (row != null && after == before && Objects.equals(row.getChannelId(), channel)) {
            return new NextRow<>(row, counted);
        }
        return new NextRow<>(MetricRow.remembered(step.key().id(), after, fact, channel), counted);
    }
}
