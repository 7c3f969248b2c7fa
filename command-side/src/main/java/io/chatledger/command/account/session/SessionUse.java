package io.chatledger.command.account.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of how a session is used.
 *
 * @param seenAt when it was last used, to some minutes
 * @param place where that was, as {@link SessionRegister#seenFrom} was told; null where it was not
 */
@SuppressWarnings("ArrayRecordComponent")
public record SessionUse(KnownSession session, Instant openedAt, Instant seenAt, byte @Nullable [] place) {}
