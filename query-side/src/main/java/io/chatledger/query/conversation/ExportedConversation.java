package io.chatledger.query.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chatledger.query.LongList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in the file that is handed over to its person.
 *
 * @param channel the number or page that the business was written to
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ExportedConversation(
        String id,
        @Nullable String channel,
        String status,
        @Nullable String topic,
        Instant openedAt,
        @Nullable Instant closedAt,
        List<Map<String, Object>> notes,
        LongList<ExportedMessage> messages) {}
