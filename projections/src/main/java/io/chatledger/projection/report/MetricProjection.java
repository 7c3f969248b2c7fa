package io.chatledger.projection.report;

import static io.chatledger.readmodel.generated.Tables.METRIC_VIEW;

import io.chatledger.kernel.conversation.ConversationEvent;
import io.chatledger.kernel.conversation.ConversationEvent.OfConversation;
import io.chatledger.kernel.conversation.ConversationEvent.StatusReported;
import io.chatledger.kernel.report.Metric;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.Fact;
import io.chatledger.projection.NextRow;
import io.chatledger.projection.Projection;
import io.chatledger.readmodel.generated.tables.records.MetricViewRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * All versions of all metrics: a row for each thing that one of them counts, which names its event, and a row for each
 * conversation with what they remember of it. Instants are kept and not days: which day it was is said by the tenant's
 * time zone, when somebody asks.
 */
public final class MetricProjection implements Projection<ConversationEvent, MetricViewRecord> {

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

    @Override
    public String name() {
        return "metric";
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
    public Class<ConversationEvent> events() {
        return ConversationEvent.class;
    }

    /** What a provider reports of a message counts in the conversation that the message is of. */
    @Override
    public @Nullable String id(ConversationEvent event) {
        return switch (event) {
            case OfConversation of -> of.conversationId().key();
            case StatusReported reported when Failures.isFailure(reported) -> idOf(reported);
            default -> null;
        };
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
    public @Nullable MetricViewRecord fold(@Nullable MetricViewRecord row, ConversationEvent event, TenantId tenant) {
        return fold(row, event, new Fact(tenant, event)).row();
    }

    @Override
    public NextRow<MetricViewRecord> fold(@Nullable MetricViewRecord row, ConversationEvent event, Fact fact) {
        Memory before = row == null ? Memory.EMPTY : Memory.read(row.getMemory());
        String channel = MetricRow.channel(event, row);
        List<MetricViewRecord> counted = new ArrayList<>();
        Memory after = before;
        for (Definition definition : DEFINITIONS) {
            Seen seen = definition.see(event, fact.position(), after);
            after = seen.memory();
            if (seen.figure() != null) {
                counted.add(MetricRow.counted(definition.metric(), seen.figure(), fact, channel));
            }
        }
        if (row != null && after == before && Objects.equals(row.getChannelId(), channel)) {
            return new NextRow<>(row, counted);
        }
        String id = Objects.requireNonNull(id(event));
        return new NextRow<>(MetricRow.remembered(id, after, fact, channel), counted);
    }

    private static String idOf(StatusReported event) {
        return event.conversationId() == null
                ? event.messageKey().key()
                : event.conversationId().key();
    }
}
