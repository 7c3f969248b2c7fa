package io.chatledger.query.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a note.
 *
 * @param type {@code account, bot, system, ...}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AuthorView(String type, @Nullable String id) {}
