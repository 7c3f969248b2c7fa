package io.chatledger.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.account.SessionCommand.EndSession;
import io.chatledger.kernel.account.SessionCommand.OpenSession;
import io.chatledger.kernel.account.SessionEvent;
import io.chatledger.kernel.account.SessionEvent.SessionEnded;
import io.chatledger.kernel.account.SessionEvent.SessionOpened;
import io.chatledger.kernel.account.SessionId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** A session as it is remembered; whether it is open is the register's to say, which knows of time too. */
@SuppressWarnings("NullAway.Init") // Axon makes it empty; the first event fills it.
final class SessionHistory {

    @AggregateIdentifier
    private SessionId id;

    private boolean ended;

    SessionHistory() {}

    void open(OpenSession c) {
        apply(new SessionOpened(
                c.sessionId(), c.accountId(), c.role(), c.browser(), c.ipAddress(), c.userAgent(), c.at()));
    }

    void end(EndSession c) {
        if (!ended) {
            apply(new SessionEnded(c.sessionId(), c.accountId(), c.reason(), c.at()));
        }
    }

    @EventSourcingHandler
    void on(SessionEvent event) {
        switch (event) {
            case SessionOpened opened -> id = opened.sessionId();
            case SessionEnded gone -> {
                // A session of before has no beginning here.
                id = gone.sessionId();
                ended = true;
            }
        }
    }
}
