package io.chatledger.projection.metric;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationEvent;
import io.chatledger.kernel.conversation.ConversationFeature;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.message.Event;
import io.chatledger.projection.Fact;
import io.chatledger.projection.Facts;
import io.chatledger.projection.NextRow;
import io.chatledger.projection.SampleConversation;
import io.chatledger.projection.Step;
import io.chatledger.projection.conversation.ConversationDefinitions;
import io.chatledger.readmodel.generated.tables.records.MetricViewRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A conversation's events after noon, and what is counted of them. */
final class Counting {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final SampleConversation ONE = new SampleConversation(Facts.TENANT, 1);

    static final MetricProjection PROJECTION = new MetricProjection(
            Features.of(List.of(new ConversationFeature())), List.of(new ConversationDefinitions()));

    private Counting() {}

    static ConversationEvent in(int message, long second) {
        return received(message, NOON.plusSeconds(second), NOON.plusSeconds(second));
    }

    static ConversationEvent received(int message, Instant sentAt, Instant at) {
        return ONE.received(message, MessageContent.ofText("hi"), sentAt, at);
    }

    /** What belongs to another message, or is told about the customer. */
    static ConversationEvent addition(int message, String type, long second) {
        Instant at = NOON.plusSeconds(second);
        return ONE.received(message, new MessageContent(type, null, null, null, null, null), at, at);
    }

    /** Of somebody in the shop, to a message of the customer. */
    static ConversationEvent reaction(int message, long second) {
        MessageContent thumb = new MessageContent("reaction", "👍", null, null, null, null);
        return ONE.queued(message, thumb, Author.Type.agent, NOON.plusSeconds(second));
    }

    static ConversationEvent out(int message, Author.Type author, long second) {
        return ONE.queued(message, "hello", author, NOON.plusSeconds(second));
    }

    static List<MetricViewRecord> fold(ConversationEvent... events) {
        return fold(new HashMap<>(), List.of(events));
    }

    static List<MetricViewRecord> fold(Map<String, MetricViewRecord> states, List<? extends Event> events) {
        return fold(PROJECTION, states, events);
    }

    static List<MetricViewRecord> fold(
            MetricProjection projection, Map<String, MetricViewRecord> states, List<? extends Event> events) {
        List<MetricViewRecord> counted = new ArrayList<>();
        long position = 0;
        for (Event event : events) {
            position++;
            for (Step<Event> step : Step.of(projection, new Fact(Facts.TENANT, event, position))) {
                NextRow<MetricViewRecord> folded =
                        projection.next(states.get(step.key().id()), step);
                states.put(step.key().id(), known(folded.row()));
                counted.addAll(folded.added());
            }
        }
        return counted;
    }

    static List<String> told(List<MetricViewRecord> rows, String metric, int version) {
        return rows.stream()
                .filter(row -> row.getMetric().equals(metric) && row.getVersion() == version)
                .map(row -> row.getDetail() + " " + row.getValue() + " at "
                        + (row.getAt().getEpochSecond() - NOON.getEpochSecond()) + " by " + row.getPosition()
                        + (row.getSincePosition() == null ? "" : " since " + row.getSincePosition()))
                .toList();
    }

    static List<Long> values(List<MetricViewRecord> rows, String metric) {
        return rows.stream()
                .filter(row -> row.getMetric().equals(metric))
                .map(MetricViewRecord::getValue)
                .toList();
    }

    static MetricViewRecord known(@Nullable MetricViewRecord row) {
        return Objects.requireNonNull(row);
    }
}
