package io.chatledger.kernel.conversation;

import io.chatledger.kernel.metric.Dimension;
import io.chatledger.kernel.metric.Metric;
import java.time.LocalDate;
import java.util.List;

/** What is counted of conversations. */
public final class ConversationMetrics {

    /** {@code human}, {@code bot} or {@code system}. */
    public static final Dimension WHO = new Dimension("who", "Only those by this kind of sender.");

    /** {@code new} or {@code reopened}. */
    public static final Dimension KIND = new Dimension("kind", "Only those of this type.");

    /** The stable reason of a failure, such as {@code re-engagement}. */
    public static final Dimension CAUSE = new Dimension("cause", "Only those with this cause.");

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 20);
    private static final LocalDate WITHOUT_REACTIONS = LocalDate.of(2026, 11, 27);
    private static final String HUMAN = "human";
    private static final String BOT = "bot";

    public static final Metric MESSAGES_IN_1 = Metric.count(
            "messages-in",
            1,
            FIRST,
            "Messages in",
            "Every message that a customer sent, once, at the moment it came in.");

    public static final Metric MESSAGES_IN_2 = Metric.count(
            "messages-in",
            2,
            WITHOUT_REACTIONS,
            "Messages in",
            "Every message that a customer sent, once, at the moment it came in. A reaction and its removal, the"
                    + " revoking of a message and the provider's word about the customer are no messages.");

    public static final Metric MESSAGES_OUT_1 = Metric.count(
                    "messages-out",
                    1,
                    FIRST,
                    "Messages out",
                    "Every message that was written to a customer, once, at the moment it was put into the outbox, by who"
                            + " wrote it: a human, a bot or the system. One that could not be delivered is among them,"
                            + " and among the delivery failures.")
            .by(Dimension.CHANNEL, WHO);

    public static final Metric MESSAGES_OUT_2 = Metric.count(
                    "messages-out",
                    2,
                    WITHOUT_REACTIONS,
                    "Messages out",
                    "Every message that was written to a customer, once, at the moment it was put into the outbox, by who"
                            + " wrote it: a human, a bot or the system. A reaction is no message. One that could not be"
                            + " delivered is among them, and among the delivery failures.")
            .by(Dimension.CHANNEL, WHO);

    public static final Metric FIRST_RESPONSE_TIME_1 = Metric.duration(
                    "first-response-time",
                    1,
                    FIRST,
                    "First response time",
                    "From a customer's first unanswered message to the first reply after it, whoever gives it: a human or"
                            + " a bot, whose replies are told apart. Any reply answers everything before it, so an"
                            + " automatic greeting also ends the wait for a human. What the system writes by itself"
                            + " answers nothing. It is counted at the moment of the reply.")
            .by(Dimension.CHANNEL, WHO)
            .apart(HUMAN, BOT);

    public static final Metric FIRST_RESPONSE_TIME_2 = Metric.duration(
                    "first-response-time",
                    2,
                    FIRST,
                    "First response time",
                    "The wait for a human and the wait for a bot, each by a clock of its own. The human's runs from a"
                            + " customer's first message that no human has answered, and no reply of a bot stops it; the"
                            + " bot's runs from the first message that nobody has answered. Closing or archiving the"
                            + " conversation ends both without counting, so that after it they begin again with the next"
                            + " message. What the system writes by itself answers nothing. It is counted at the moment of"
                            + " the reply.")
            .by(Dimension.CHANNEL, WHO)
            .apart(HUMAN, BOT);

    public static final Metric FIRST_RESPONSE_TIME_3 = Metric.duration(
                    "first-response-time",
                    3,
                    WITHOUT_REACTIONS,
                    "First response time",
                    "As version 2, but nobody waits for an answer to a reaction, to the revoking of a message or to the"
                            + " provider's word about the customer, and a reaction answers nothing.")
            .by(Dimension.CHANNEL, WHO)
            .apart(HUMAN, BOT);

    public static final Metric OPENED_1 = Metric.count(
                    "conversations-opened",
                    1,
                    FIRST,
                    "Conversations opened",
                    "Every beginning of a conversation: a new one, or one that had been closed and was reopened.")
            .by(Dimension.CHANNEL, KIND);

    public static final Metric RESOLVED_1 = Metric.count(
            "conversations-resolved",
            1,
            FIRST,
            "Conversations resolved",
            "Every closing of a conversation. One that is reopened and closed again is counted again; archiving is no"
                    + " closing.");

    public static final Metric DELIVERY_FAILURES_1 = Metric.count(
                    "delivery-failures",
                    1,
                    FIRST,
                    "Delivery failures",
                    "Every message that did not reach the customer, once, at the moment its failure became known and by"
                            + " the cause that was given then: because it could not be sent, or because the provider"
                            + " reported later that it had failed.")
            .by(Dimension.CHANNEL, CAUSE);

    private ConversationMetrics() {}

    static List<Metric> all() {
        return List.of(
                MESSAGES_IN_1,
                MESSAGES_IN_2,
                MESSAGES_OUT_1,
                MESSAGES_OUT_2,
                FIRST_RESPONSE_TIME_1,
                FIRST_RESPONSE_TIME_2,
                FIRST_RESPONSE_TIME_3,
                OPENED_1,
                RESOLVED_1,
                DELIVERY_FAILURES_1);
    }
}
