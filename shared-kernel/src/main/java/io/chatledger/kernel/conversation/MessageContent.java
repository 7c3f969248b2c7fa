package io.chatledger.kernel.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chatledger.kernel.message.PersonalData;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, in the provider's terms.
 *
 * @param type the provider's type ({@code text}, {@code image}, {@code interactive}, ...), also one not known today
 * @param text what a person would read: body, caption, button title or emoji; null where there is none
 * @param media null unless the type carries a file
 * @param location null unless the type is {@code location}
 * @param interactive the reply of a button, list or flow; null otherwise
 * @param attributes whatever else the provider sent with the message, by its own names (referral, order, contacts,
 *     errors, ...); null where there is nothing else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageContent(
        String type,
        @PersonalData @Nullable String text,
        @PersonalData @Nullable Media media,
        @PersonalData @Nullable Location location,
        @PersonalData @Nullable Map<String, Object> interactive,
        @PersonalData @Nullable Map<String, Object> attributes) {

    /**
     * A file as the provider announces it.
     *
     * @param id the provider's media id, valid for 7 days when it came by webhook
     * @param sha256 base64, as announced
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Media(
            @Nullable String id,
            @Nullable String mimeType,
            @Nullable String sha256,
            @Nullable String filename,
            @Nullable String link,
            @Nullable Boolean voice,
            @Nullable Boolean animated) {}

    /** Degrees, WGS 84. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Location(
            double latitude,
            double longitude,
            @Nullable String name,
            @Nullable String address,
            @Nullable String url) {}

    public static MessageContent ofText(String body) {
        return new MessageContent("text", body, null, null, null, null);
    }
}
