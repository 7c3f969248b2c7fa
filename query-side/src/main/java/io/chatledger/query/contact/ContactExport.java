package io.chatledger.query.contact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.chatledger.query.LongList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known about a person. What can be long is read while it is written.
 *
 * @param asOf the earlier time that it was exported as of; null for the present
 * @param merged contacts that have turned out to be the same person, with what they were called and agreed to
 * @param reads who was shown just this person's data; lists in which many appear are in the audit trail only
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({"format", "version", "exportedAt", "asOf", "contact", "merged", "conversations", "reads"})
public record ContactExport(
        Instant exportedAt,
        @Nullable Instant asOf,
        ContactView contact,
        List<ContactView> merged,
        LongList<Talk> conversations,
        LongList<Read> reads) {

    public String getFormat() {
        return "chatledger-contact";
    }

    public int getVersion() {
        return 1;
    }

    /** @param channel the number or page that the business was written to */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Talk(
            String id,
            @Nullable String channel,
            String status,
            @Nullable String topic,
            Instant openedAt,
            @Nullable Instant closedAt,
            List<Map<String, Object>> notes,
            LongList<Said> messages) {}

    /**
     * @param sender {@code customer, agent, bot, system}
     * @param senderId of the account that wrote it
     * @param content what was said besides the text: media, location, choices
     * @param history what became of it
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Said(
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
    }

    /** A step on a message's way. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Step(String status, Instant at, @Nullable Map<String, @Nullable Object> error) {}

    /** @param kind as the audit trail names it */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Read(
            @JsonIgnore String id,
            Instant at,
            String accountId,
            String kind,
            @Nullable Instant asOf) {}
}
