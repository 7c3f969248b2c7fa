package io.chatledger.command.account;

import io.chatledger.kernel.account.SessionCommand.EndSession;
import io.chatledger.kernel.account.SessionCommand.OpenSession;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Puts on record that sessions begin and end. */
final class SessionRecords {

    private final Repository<SessionHistory> sessions;

    SessionRecords(Repository<SessionHistory> sessions) {
        this.sessions = sessions;
    }

    @CommandHandler
    void handle(OpenSession c) throws Exception {
        sessions.loadOrCreate(c.sessionId().value(), SessionHistory::new).execute(session -> session.open(c));
    }

    @CommandHandler
    void handle(EndSession c) throws Exception {
        sessions.loadOrCreate(c.sessionId().value(), SessionHistory::new).execute(session -> session.end(c));
    }
}
