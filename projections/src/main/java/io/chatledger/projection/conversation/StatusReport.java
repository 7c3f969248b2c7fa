package io.chatledger.projection.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chatledger.kernel.conversation.ReportedStatus;
import io.chatledger.kernel.conversation.SendError;
import io.chatledger.projection.CanonicalJson;
import io.chatledger.projection.Storable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry of a message's history of statuses. Two are equal in order only where all they say is equal. */
record StatusReport(
        String status,
        Instant at,
        @Nullable SendError error,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Object> pricing,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Object> conversation)
        implements Comparable<StatusReport> {

    /** A failure says less than an arrival: a device may have the message whatever another one reports. */
    private static final List<String> RANKS = List.of("sent", "failed", "delivered", "read", "played");

    private static final Comparator<StatusReport> ORDER = Comparator.comparing(StatusReport::at)
            .thenComparingInt(StatusReport::rank)
            .thenComparing(StatusReport::json);

    static StatusReport of(ReportedStatus status) {
        return new StatusReport(
                Storable.text(status.status()),
                Storable.time(status.at()),
                status.error(),
                status.pricing(),
                status.conversation());
    }

    /** From 0; -1 for a status not known today. */
    int rank() {
        return RANKS.indexOf(status);
    }

    @Override
    public int compareTo(StatusReport other) {
        return ORDER.compare(this, other);
    }

    private String json() {
        return CanonicalJson.write(this).data();
    }
}
