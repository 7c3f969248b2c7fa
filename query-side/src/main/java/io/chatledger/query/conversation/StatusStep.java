package io.chatledger.query.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step on a message's way.
 *
 * @param at our time for what we did, the provider's (of one second resolution) for what it reported
 * @param error {@code code, reason, detail} of a failure, each of them possibly null; null otherwise
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StatusStep(
        String status, Instant at, @Nullable Map<String, @Nullable Object> error) {

    public StatusStep {
        error = error == null ? null : complete(error);
    }

    private static Map<String, @Nullable Object> complete(Map<String, @Nullable Object> error) {
        Map<String, @Nullable Object> complete = new LinkedHashMap<>();
        complete.put("code", error.get("code"));
        complete.put("reason", error.get("reason"));
        complete.put("detail", error.get("detail"));
        return complete;
    }
}
