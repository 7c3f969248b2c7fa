package io.chatledger.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.account.SessionCommand.EndSession;
import io.chatledger.kernel.account.SessionCommand.OpenSession;
import io.chatledger.kernel.account.SessionEnd;
import io.chatledger.kernel.account.SessionEvent.SessionEnded;
import io.chatledger.kernel.account.SessionEvent.SessionOpened;
import io.chatledger.kernel.account.SessionId;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionHistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final CommandSide side = new CommandSide(new AccountConfiguration(new Aggregates()));
    private final SessionId session = SessionId.of(CommandSide.TENANT, UUID.randomUUID());
    private final AccountId maria = AccountId.of(TenantId.PLATFORM, UUID.randomUUID());

    @AfterEach
    void end() {
        side.close();
    }

    private void send(Object command) {
        side.commands().send(command, CommandSide.ORIGIN);
    }

    private void open() {
        send(new OpenSession(session, maria, Role.agent, true, "192.0.2.7", "Firefox", NOW));
    }

    private void end(SessionEnd reason) {
        send(new EndSession(session, maria, reason, NOW.plusSeconds(60)));
    }

    @Test
    void remembersWhoSignedInFromWhere() {
        open();
        assertThat(side.events())
                .containsExactly(new SessionOpened(session, maria, Role.agent, true, "192.0.2.7", "Firefox", NOW));
    }

    @Test
    void endsOnce() {
        open();
        end(SessionEnd.signed_out);
        end(SessionEnd.signed_out_everywhere);
        assertThat(side.events())
                .filteredOn(SessionEnded.class::isInstance)
                .containsExactly(new SessionEnded(session, maria, SessionEnd.signed_out, NOW.plusSeconds(60)));
    }

    @Test
    void endsThoughItsBeginningWasNotRecorded() {
        end(SessionEnd.ended_elsewhere);
        assertThat(side.events())
                .containsExactly(new SessionEnded(session, maria, SessionEnd.ended_elsewhere, NOW.plusSeconds(60)));
    }
}
