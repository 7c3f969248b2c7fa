package io.chatledger.kernel.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For how long a business may write what it likes after the customer has written; later only what the provider has
 * approved, a template.
 *
 * @param length null where nothing limits it
 */
public record MessagingWindow(@Nullable Duration length) {

    private static final MessagingWindow ENDLESS = new MessagingWindow(null);
    private static final MessagingWindow DAY = new MessagingWindow(Duration.ofHours(24));

    /**
     * A rule of WhatsApp's business platform (Cloud API, "Customer service windows"), whoever gives access to it; an
     * ordinary telephone's WhatsApp, which a gateway speaks for, knows none.
     */
    private static final Map<Provider, MessagingWindow> LIMITED = Map.of(Provider.CLOUD_API, DAY, Provider.TWILIO, DAY);

    /**
     * The window of a provider's channels, endless where no rule of the provider's is known. Rows are made of it: a rule
     * that changes for a provider which has been written through asks for a new version of the conversations' fold.
     */
    public static MessagingWindow of(Provider provider) {
        return LIMITED.getOrDefault(provider, ENDLESS);
    }

    /** Null where it never closes. */
    public @Nullable Instant closesAt(Instant lastInbound) {
        return length == null ? null : lastInbound.plus(length);
    }
}
