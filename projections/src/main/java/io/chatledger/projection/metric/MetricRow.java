package io.chatledger.projection.metric;

import io.chatledger.kernel.metric.Metric;
import io.chatledger.projection.Fact;
import io.chatledger.readmodel.generated.tables.records.MetricViewRecord;
import org.jspecify.annotations.Nullable;

/** The rows of metrics: what is counted, and what is remembered. */
final class MetricRow {

    private MetricRow() {}

    /** An event counts at most once in a version of a metric: that makes the row's id. */
    static MetricViewRecord counted(MetricDefinition definition, Figure figure, Fact fact, @Nullable String channel) {
        Metric metric = definition.metric();
        MetricViewRecord row = new MetricViewRecord();
        row.setTenantId(fact.tenant().value());
        row.setId(fact.position() + "." + metric.id() + "." + metric.version());
        row.setMetric(metric.id());
        row.setVersion(metric.version());
        row.setAt(figure.at());
        row.setValue(figure.value());
        row.setDetail(figure.detail());
        row.setChannelId(channel);
        row.setConversationId(definition.subject().conversation(fact.event()));
        row.setPosition(fact.position());
        row.setSincePosition(figure.since());
        return row;
    }

    static MetricViewRecord remembered(String id, Memory memory, Fact fact, @Nullable String channel) {
        MetricViewRecord row = new MetricViewRecord();
        row.setTenantId(fact.tenant().value());
        row.setId(id);
        row.setChannelId(channel);
        row.setMemory(memory.write());
        return row;
    }
}
