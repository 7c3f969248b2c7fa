package io.chatledger.kernel.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One status of a message as a provider reported it. Reports may come in any order and more than once. Whom the message
 * went to is not part of it: the message itself says so.
 *
 * @param status the provider's word: {@code sent}, {@code delivered}, {@code read}, {@code played}, {@code failed}, or
 *     one not known today
 * @param at the provider's time, of one second resolution
 * @param error why the message failed; null otherwise
 * @param pricing the provider's pricing object; null where it came without
 * @param conversation the provider's conversation object; null where it came without
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportedStatus(
        String status,
        Instant at,
        @Nullable SendError error,
        @Nullable Map<String, Object> pricing,
        @Nullable Map<String, Object> conversation) {}
