package io.chatledger.query.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time in which the customer may be answered freely.
 *
 * @param closesAt null where it was never open, or never closes
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Window(boolean open, @Nullable Instant closesAt) {}
