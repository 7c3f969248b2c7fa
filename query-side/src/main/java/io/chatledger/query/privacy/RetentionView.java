package io.chatledger.query.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a tenant keeps what it has of customers.
 *
 * @param journalBodiesDays after which raw webhook bodies are removed
 * @param inactiveContactsDays without a message, after which contacts are erased; null for never
 * @param setAt when that was decided; null where it is what is usual
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RetentionView(
        int journalBodiesDays,
        @Nullable Integer inactiveContactsDays,
        @Nullable Instant setAt) {

    /** Where nobody has decided anything; the same as {@code RetentionRules} of the command side. */
    static final RetentionView USUAL = new RetentionView(90, null, null);
}
