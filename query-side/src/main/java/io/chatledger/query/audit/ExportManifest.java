package io.chatledger.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an archive says of itself, and what is signed.
 *
 * @param format name and version of the archive's form
 * @param to not included
 * @param hashBefore of the event before the first; the chain's genesis where there is none
 * @param headHash of the last event; as hashBefore where there is none
 * @param keyId of the key that has signed this
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder(alphabetic = false)
record ExportManifest(
        String format,
        String tenant,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long firstPosition,
        @Nullable Long lastPosition,
        long count,
        long eventsBefore,
        String hashBefore,
        String headHash,
        Instant createdAt,
        String keyId,
        Map<String, ArchiveFile.Member> files) {

    static final String FORMAT = "chatledger-export-1";

    static ExportManifest of(
            String tenant,
            ExportRange range,
            long count,
            byte[] headHash,
            Instant createdAt,
            String keyId,
            Map<String, ArchiveFile.Member> files) {
        return new ExportManifest(
                FORMAT,
                tenant,
                range.from(),
                range.to(),
                range.first(),
                range.last(),
                count,
                range.eventsBefore(),
                HexFormat.of().formatHex(range.hashBefore()),
                HexFormat.of().formatHex(headHash),
                createdAt,
                keyId,
                files);
    }
}
