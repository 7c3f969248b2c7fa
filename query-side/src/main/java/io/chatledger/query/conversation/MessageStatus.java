package io.chatledger.query.conversation;

import io.chatledger.query.JsonColumn;
import io.chatledger.readmodel.generated.tables.records.MessageStatusViewRecord;
import io.chatledger.readmodel.generated.tables.records.MessageViewRecord;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of a message: our own account of sending it and the provider's reports, in one. */
record MessageStatus(String word, List<StatusStep> history) {

    private static final String FAILED = "failed";

    /** From the least to the most that is known. A report settles an outcome that was unknown to us. */
    private static final List<String> RANKS =
            List.of("queued", "sending", "unknown", "sent", FAILED, "delivered", "read", "played");

    /**
     * Providers tell times in whole seconds, cut off; so within a second the course of things decides, or a message
     * would seem delivered before it was sent.
     */
    private static final Comparator<StatusStep> ORDER = Comparator.comparing(
                    (StatusStep step) -> step.at().truncatedTo(ChronoUnit.SECONDS))
            .thenComparing(step -> rank(step.status()))
            .thenComparing(StatusStep::at);

    static MessageStatus of(MessageViewRecord row, List<MessageStatusViewRecord> reports) {
        if (!ReportedStatuses.isOutbound(row)) {
            return new MessageStatus("received", JsonColumn.list(row.getSendHistory(), StatusStep.class));
        }
        String word = row.getSendStatus();
        List<StatusStep> history = new ArrayList<>(JsonColumn.list(row.getSendHistory(), StatusStep.class));
        for (MessageStatusViewRecord report : reports) {
            word = rank(report.getStatus()) > rank(word) ? report.getStatus() : word;
            history.addAll(JsonColumn.list(report.getHistory(), StatusStep.class));
        }
        history.sort(ORDER);
        return new MessageStatus(word, List.copyOf(history));
    }

    /** Why the message failed; null unless that is how it ended. */
    @Nullable
    Map<String, @Nullable Object> error() {
        if (!FAILED.equals(word)) {
            return null;
        }
        return history.reversed().stream()
                .filter(step -> FAILED.equals(step.status()))
                .map(StatusStep::error)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A word of the provider's that is not known today never wins. */
    private static int rank(String status) {
        return RANKS.indexOf(status);
    }
}
