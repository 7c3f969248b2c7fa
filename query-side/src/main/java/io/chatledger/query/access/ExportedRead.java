package io.chatledger.query.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was shown a person's data.
 *
 * @param kind as the audit trail names it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ExportedRead(
        @JsonIgnore String id,
        Instant at,
        String accountId,
        String kind,
        @Nullable Instant asOf) {}
