package io.chatledger.projection.report;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.conversation.ConversationEvent.OfConversation;
import io.chatledger.kernel.conversation.ConversationEvent.StatusReported;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.report.Metric;
import io.chatledger.projection.Fact;
import io.chatledger.readmodel.generated.tables.records.MetricViewRecord;
import org.jspecify.annotations.Nullable;

/** The rows of metrics: what is counted, and what is remembered. */
final class MetricRow {

    private MetricRow() {}

    /** An event counts at most once in a version of a metric: that makes the row's id. */
    static MetricViewRecord counted(Metric metric, Figure figure, Fact fact, @Nullable String channel) {
        MetricViewRecord row = new MetricViewRecord();
        row.setTenantId(fact.tenant().value());
        row.setId(fact.position() + "." + metric.id() + "." + metric.version());
        row.setMetric(metric.id());
        row.setVersion(metric.version());
        row.setAt(figure.at());
        row.setValue(figure.value());
        row.setDetail(figure.detail());
        row.setChannelId(channel);
        row.setConversationId(conversation(fact.event()));
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

    /** The channel that the event names, else the one that the conversation is on. */
    static @Nullable String channel(Event event, @Nullable MetricViewRecord row) {
        ChannelId named = switch (event) {
            case ConversationOpened opened -> opened.channelId();
            case MessageReceived received -> received.channelId();
            case MessageQueued queued -> queued.channelId();
            default -> null;
        };
        return named != null ? named.key() : row == null ? null : row.getChannelId();
    }

    private static @Nullable String conversation(Event event) {
        ConversationId id = switch (event) {
            case OfConversation of -> of.conversationId();
            case StatusReported reported -> reported.conversationId();
            default -> null;
        };
        return id == null ? null : id.key();
    }
}
