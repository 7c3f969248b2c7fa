package io.chatledger.kernel.channel;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For how long a business may write what it likes after the customer has written; later only what the provider has
 * approved, a template.
 *
 * @param length null where nothing limits it
 */
public record MessagingWindow(@Nullable Duration length) {

    private static final MessagingWindow DAY = new MessagingWindow(Duration.ofHours(24));
    private static final MessagingWindow ENDLESS = new MessagingWindow(null);

    /**
     * A rule of WhatsApp's business platform (Cloud API, "Customer service windows"), whoever gives access to it; an
     * ordinary telephone's WhatsApp, which a gateway speaks for, knows none.
     */
    public static MessagingWindow of(Provider provider) {
        return switch (provider) {
            case cloud_api, twilio -> DAY;
            case gateway -> ENDLESS;
        };
    }

    /** Null where it never closes. */
    public @Nullable Instant closesAt(Instant lastInbound) {
        return length == null ? null : lastInbound.plus(length);
    }
}
