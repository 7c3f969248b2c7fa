package io.chatledger.query.conversation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message in the file that is handed over to its person.
 *
 * @param sender {@code customer, agent, bot, system}
 * @param senderId of the account that wrote it
 * @param content what was said besides the text: media, location, choices
 * @param history what became of it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ExportedMessage(
        String id,
        String direction,
        String sender,
        @Nullable String senderId,
        String type,
        @Nullable String text,
        Map<String, Object> content,
        Instant sentAt,
        List<Step> history,
        @JsonIgnore Instant orderAt,
        @JsonIgnore long sequence) {

    /** Of a medium only its description is kept here; the file is with the provider. */
    @JsonIgnore
    public @Nullable Map<?, ?> media() {
        return content.get("media") instanceof Map<?, ?> media ? media : null;
    }

    /** A step on a message's way. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Step(String status, Instant at, @Nullable Map<String, @Nullable Object> error) {}
}
