package io.chatledger.query.panel.inbox;

import io.chatledger.query.conversation.ConversationView;
import io.chatledger.query.conversation.Window;
import java.time.Duration;
import java.time.Instant;

/** One line of the inbox's list. */
public record InboxItem(ConversationView conversation, Customer customer, long minutesLeft) {

    private static final Duration SOON = Duration.ofHours(4);

    static InboxItem of(ConversationView conversation, Instant now) {
        return new InboxItem(conversation, new Customer(conversation.contact()), minutes(conversation.window(), now));
    }

    /** Whether an answer has to go out soon if it is not to need a template. */
    public boolean closesSoon() {
        return minutesLeft > 0 && minutesLeft <= SOON.toMinutes();
    }

    private static long minutes(Window window, Instant now) {
        Instant closesAt = window.closesAt();
        return window.open() && closesAt != null
                ? Math.max(1, Duration.between(now, closesAt).toMinutes())
                : 0;
    }
}
