package io.chatledger.kernel.audit;

import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.PersonalData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people have done that changes nothing and is to be known all the same. */
public sealed interface AuditEvent extends Event {

    /**
     * Somebody was shown personal data of customers. The same account, kind and key within five minutes is one read.
     *
     * @param kind {@code contact, contacts, conversation, conversations, messages, search, export, differences,
     *     audit-events}
     * @param key of the contact or conversation; null where many were shown
     * @param asOf the earlier time that it was shown as of; null for the present
     * @param ipAddress of whoever asked, as are the address and the user agent all that is personal here
     * @param at when it was first shown
     */
    record PersonalDataRead(
            ReadId readId,
            AccountId accountId,
            String kind,
            @Nullable String key,
            @Nullable Instant asOf,
            @PersonalData @Nullable String ipAddress,
            @PersonalData @Nullable String userAgent,
            Instant at)
            implements AuditEvent {
        @Override
        public AccountId person() {
            return accountId;
        }
    }
}
