package io.chatledger.kernel.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metrics, each in every version that there has been. A definition never changes: what is to be counted in another
 * way is another version, and both go on over all history, side by side.
 */
public enum Metric {
    MESSAGES_IN_1(
            "messages-in",
            1,
            Unit.count,
            null,
            LocalDate.of(2026, 11, 20),
            "Messages in",
            "Every message that a customer sent, once, at the moment it came in."),

    MESSAGES_IN_2(
            "messages-in",
            2,
            Unit.count,
            null,
            LocalDate.of(2026, 11, 27),
            "Messages in",
            "Every message that a customer sent, once, at the moment it came in. A reaction and its removal, the"
                    + " revoking of a message and the provider's word about the customer are no messages."),

    MESSAGES_OUT_1(
            "messages-out",
            1,
            Unit.count,
            Dimension.who,
            LocalDate.of(2026, 11, 20),
            "Messages out",
            "Every message that was written to a customer, once, at the moment it was put into the outbox, by who wrote"
                    + " it: a human, a bot or the system. One that could not be delivered is among them, and among the"
                    + " delivery failures."),

    MESSAGES_OUT_2(
            "messages-out",
            2,
            Unit.count,
            Dimension.who,
            LocalDate.of(2026, 11, 27),
            "Messages out",
            "Every message that was written to a customer, once, at the moment it was put into the outbox, by who wrote"
                    + " it: a human, a bot or the system. A reaction is no message. One that could not be delivered is"
                    + " among them, and among the delivery failures."),

    FIRST_RESPONSE_TIME_1(
            "first-response-time",
            1,
            Unit.milliseconds,
            Dimension.who,
            LocalDate.of(2026, 11, 20),
            "First response time",
            "From a customer's first unanswered message to the first reply after it, whoever gives it: a human or a"
                    + " bot, whose replies are told apart. Any reply answers everything before it, so an automatic"
                    + " greeting also ends the wait for a human. What the system writes by itself answers nothing. It"
                    + " is counted at the moment of the reply."),

    FIRST_RESPONSE_TIME_2(
            "first-response-time",
            2,
            Unit.milliseconds,
            Dimension.who,
            LocalDate.of(2026, 11, 20),
            "First response time",
            "The wait for a human and the wait for a bot, each by a clock of its own. The human's runs from a"
                    + " customer's first message that no human has answered, and no reply of a bot stops it; the bot's"
                    + " runs from the first message that nobody has answered. Closing or archiving the conversation"
                    + " ends both without counting, so that after it they begin again with the next message. What the"
                    + " system writes by itself answers nothing. It is counted at the moment of the reply."),

    FIRST_RESPONSE_TIME_3(
            "first-response-time",
            3,
            Unit.milliseconds,
            Dimension.who,
            LocalDate.of(2026, 11, 27),
            "First response time",
            "As version 2, but nobody waits for an answer to a reaction, to the revoking of a message or to the"
                    + " provider's word about the customer, and a reaction answers nothing."),

    CONVERSATIONS_OPENED_1(
            "conversations-opened",
            1,
            Unit.count,
            Dimension.kind,
            LocalDate.of(2026, 11, 20),
            "Conversations opened",
            "Every beginning of a conversation: a new one, or one that had been closed and was reopened."),

    CONVERSATIONS_RESOLVED_1(
            "conversations-resolved",
            1,
            Unit.count,
            null,
            LocalDate.of(2026, 11, 20),
            "Conversations resolved",
            "Every closing of a conversation. One that is reopened and closed again is counted again; archiving is no"
                    + " closing."),

    DELIVERY_FAILURES_1(
            "delivery-failures",
            1,
            Unit.count,
            Dimension.cause,
            LocalDate.of(2026, 11, 20),
            "Delivery failures",
            "Every message that did not reach the customer, once, at the moment its failure became known and by the"
                    + " cause that was given then: because it could not be sent, or because the provider reported later"
                    + " that it had failed.");

    private final String title;
    private final int version;
    private final Unit unit;
    private final @Nullable Dimension detail;
    private final LocalDate since;
    private final String name;
    private final String description;

    Metric(
            String name,
            int version,
            Unit unit,
            @Nullable Dimension detail,
            LocalDate since,
            String title,
            String description) {
        this.name = name;
        this.version = version;
        this.unit = unit;
        this.detail = detail;
        this.since = since;
        this.title = title;
        this.description = description;
    }

    /** As callers see it; the same in all versions. */
    public String title() {
        return title;
    }

    public int version() {
        return version;
    }

    public Unit unit() {
        return unit;
    }

    /** By what its numbers can be told apart, besides the channel; null where there is nothing. */
    public @Nullable Dimension detail() {
        return detail;
    }

    /** The day of the definition. Numbers go back to the first event all the same. */
    public LocalDate since() {
        return since;
    }

    /** Short and stable, as callers see it; the same in all versions. */
    public String id() {
        return name;
    }

    /** What exactly is counted, in words. */
    public String description() {
        return description;
    }

    public List<Dimension> dimensions() {
        return detail == null ? List.of(Dimension.channel) : List.of(Dimension.channel, detail);
    }

    /** All versions of a metric, the oldest first; none where there is no such metric. */
    public static List<Metric> versionsOf(String name) {
        return Arrays.stream(values())
                .filter(metric -> metric.name.equals(name))
                .toList();
    }
}
