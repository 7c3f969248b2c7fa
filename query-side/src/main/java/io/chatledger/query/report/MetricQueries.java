package io.chatledger.query.report;

import static io.chatledger.readmodel.generated.Tables.METRIC_VIEW;
import static io.chatledger.readmodel.generated.Tables.TENANT_VIEW;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.kernel.metric.Metrics;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Cursor;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.Past;
import io.chatledger.query.TenantReads;
import io.chatledger.readmodel.generated.tables.records.MetricViewRecord;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what the metrics say, and which events they say it of. */
@Component
public class MetricQueries {

    private final TenantReads reads;
    private final InstantSource clock;
    private final Metrics metrics;

    MetricQueries(TenantReads reads, InstantSource clock, Features features) {
        this.reads = reads;
        this.clock = clock;
        this.metrics = features.metrics();
    }

    /** All that can be asked for. */
    public Metrics metrics() {
        return metrics;
    }

    /** See {@link MetricQuestion#of(Metrics, String, String, String, Function)}. */
    public MetricQuestion question(
            String name,
            @Nullable String version,
            @Nullable String dimension,
            Function<String, @Nullable String> asked) {
        return MetricQuestion.of(metrics, name, version, dimension, asked);
    }

    /** See {@link Period#of}. */
    public Period period(TenantId tenant, @Nullable String from, @Nullable String to, @Nullable String by) {
        return Period.of(zone(tenant), Past.now(clock), from, to, by);
    }

    /** @throws DomainProblem {@code invalid-request} where the answer would be too long */
    public MetricNumbers numbers(TenantId tenant, MetricQuestion question, Period period) {
        List<Bucket> buckets = period.buckets();
        Sums sums = new Sums(question, buckets);
        List<MetricNumbers.Item> items =
                reads.read(tenant, database -> sums.of(database, wanted(tenant, question, period)));
        List<Integer> versions =
                question.versions().stream().map(Metric::version).toList();
        return new MetricNumbers(
                question.metric().id(),
                versions.size() == 1 ? versions.getFirst() : null,
                versions,
                question.metric().unit(),
                period.zone().getId(),
                period.from(),
                period.to(),
                period.by(),
                items);
    }

    /** The newest first. */
    public Page<CountedView> counted(TenantId tenant, MetricQuestion question, Period period, Paging paging) {
        List<MetricViewRecord> rows = reads.read(
                tenant,
                database -> database.selectFrom(METRIC_VIEW)
                        .where(wanted(tenant, question, period))
                        .and(before(paging.from()))
                        .orderBy(METRIC_VIEW.AT.desc(), METRIC_VIEW.POSITION.desc(), METRIC_VIEW.ID.desc())
                        .limit(paging.limit() + 1)
                        .fetch());
        return Page.ofEach(
                rows,
                paging,
                row -> view(row, question.metric()),
                row -> new Cursor(row.getAt(), row.getPosition(), row.getId()));
    }

    /** By which the tenant's days are days; UTC before there was a tenant. */
    private ZoneId zone(TenantId tenant) {
        String name = reads.read(
                tenant,
                database -> database.select(TENANT_VIEW.TIME_ZONE)
                        .from(TENANT_VIEW)
                        .where(TENANT_VIEW.TENANT_ID.eq(tenant.value()))
                        .fetchOptional(TENANT_VIEW.TIME_ZONE)
                        .orElse("UTC"));
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private static Condition wanted(TenantId tenant, MetricQuestion question, Period period) {
        Condition wanted = METRIC_VIEW
                .TENANT_ID
                .eq(tenant.value())
                .and(METRIC_VIEW.METRIC.eq(question.metric().id()))
                .and(METRIC_VIEW.VERSION.in(
                        question.versions().stream().map(Metric::version).toList()))
                .and(METRIC_VIEW.AT.ge(period.from()))
                .and(METRIC_VIEW.AT.lt(period.to()));
        for (var only : question.only().entrySet()) {
            Field<String> column = DimensionColumns.of(question.metric(), only.getKey());
            wanted = wanted.and(
                    only.getValue().equals(MetricQuestion.NONE) ? column.isNull() : column.eq(only.getValue()));
        }
        return wanted;
    }

    private static Condition before(@Nullable Cursor from) {
        return from == null
                ? DSL.noCondition()
                : DSL.row(METRIC_VIEW.AT, METRIC_VIEW.POSITION, METRIC_VIEW.ID)
                        .lt(from.at(), from.sequence(), from.id());
    }

    private static CountedView view(MetricViewRecord row, Metric metric) {
        return new CountedView(
                row.getId(),
                row.getVersion(),
                row.getAt(),
                row.getValue(),
                DimensionColumns.values(row, metric),
                row.getConversationId(),
                row.getPosition(),
                event(row.getPosition()),
                row.getSincePosition(),
                row.getSincePosition() == null ? null : event(row.getSincePosition()));
    }

    private static String event(long position) {
        return "/api/v1/audit/events/" + position;
    }
}
