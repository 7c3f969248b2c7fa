package io.chatledger.kernel.account;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.PersonalData;
import io.chatledger.kernel.permission.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to sessions. Those that end by themselves, unused or too old, have no event for it; nor have those of
 * before, for their beginning.
 */
public sealed interface SessionEvent extends Event {

    /**
     * Somebody has signed in.
     *
     * @param browser whether a person's browser holds the session, or a program
     * @param ipAddress from which it was; null where it is not known
     * @param userAgent as the browser or the program calls itself; null where it does not
     */
    record SessionOpened(
            SessionId sessionId,
            AccountId accountId,
            Role role,
            boolean browser,
            @PersonalData @Nullable String ipAddress,
            @PersonalData @Nullable String userAgent,
            Instant at)
            implements SessionEvent {
        @Override
        public AccountId person() {
            return accountId;
        }
    }

    record SessionEnded(SessionId sessionId, AccountId accountId, SessionEnd reason, Instant at)
            implements SessionEvent {}
}
