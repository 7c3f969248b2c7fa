package io.chatledger.kernel.account;

import io.chatledger.kernel.permission.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked of sessions. */
public sealed interface SessionCommand {

    SessionId sessionId();

    /** See {@link SessionEvent.SessionOpened}. */
    record OpenSession(
            SessionId sessionId,
            AccountId accountId,
            Role role,
            boolean browser,
            @Nullable String ipAddress,
            @Nullable String userAgent,
            Instant at)
            implements SessionCommand {}

    /** See {@link SessionEvent.SessionEnded}; does nothing where it has ended before. */
    record EndSession(SessionId sessionId, AccountId accountId, SessionEnd reason, Instant at)
            implements SessionCommand {}
}
