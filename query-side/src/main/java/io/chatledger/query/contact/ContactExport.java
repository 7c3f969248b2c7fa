package io.chatledger.query.contact;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known about a person. What can be long is read while it is written.
 *
 * @param asOf the earlier time that it was exported as of; null for the present
 * @param merged contacts that have turned out to be the same person, with what they were called and agreed to
 * @param parts what the other features know of them
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({"format", "version", "exportedAt", "asOf", "contact", "merged"})
public record ContactExport(
        Instant exportedAt,
        @Nullable Instant asOf,
        ContactView contact,
        List<ContactView> merged,
        @JsonIgnore List<Part> parts) {

    /**
     * @param name of the field that holds it
     * @param template that shows it
     */
    public record Part(String name, String template, Object data) {}

    public String getFormat() {
        return "chatledger-contact";
    }

    public int getVersion() {
        return 1;
    }

    /** Each part in a field of its own. */
    @JsonAnyGetter
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        parts.forEach(part -> fields.put(part.name(), part.data()));
        return fields;
    }
}
