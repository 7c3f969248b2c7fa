package io.chatledger.command.account;

import io.chatledger.command.Commands;
import io.chatledger.command.OnceStored;
import io.chatledger.command.account.session.KnownSession;
import io.chatledger.command.account.session.SessionRegister;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.account.SessionCommand.EndSession;
import io.chatledger.kernel.account.SessionCommand.OpenSession;
import io.chatledger.kernel.account.SessionEnd;
import io.chatledger.kernel.account.SessionId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Begins and ends sessions, and puts it on record. The register decides: nobody waits for the record of an end, and nobody
 * gets a session whose beginning is not recorded.
 */
@Component
class RecordedSessions {

    private final SessionRegister register;
    private final SessionPlaces places;
    private final Commands commands;
    private final InstantSource clock;

    RecordedSessions(SessionRegister register, SessionPlaces places, Commands commands, InstantSource clock) {
        this.register = register;
        this.places = places;
        this.commands = commands;
        this.clock = clock;
    }

    KnownSession open(AccountId account, TenantId tenant, Role role, boolean browser, Place place) {
        KnownSession session = register.open(account, tenant, role, browser);
        try {
            register.seenFrom(session.id(), places.seal(account, place));
            commands.send(
                    new OpenSession(
                            SessionId.of(tenant, session.id()),
                            account,
                            role,
                            browser,
                            place.ipAddress(),
                            place.userAgent(),
                            clock.instant()),
                    origin(session, Actor.account(account.key())));
        } catch (RuntimeException notRecorded) {
            OnceStored.leaving("Ending a session that is not on record", () -> register.end(session.id()));
            throw notRecorded;
        }
        return session;
    }

    void seenFrom(KnownSession session, Place place) {
        OnceStored.leaving(
                "Keeping where a session is used from",
                () -> register.seenFrom(session.id(), places.seal(session.account(), place)));
    }

    /** Does nothing where it has ended before. */
    void end(UUID session, SessionEnd reason) {
        register.end(session).ifPresent(ended -> record(ended, reason));
    }

    void endAll(AccountId account) {
        register.endAllOf(account).forEach(ended -> record(ended, SessionEnd.signed_out_everywhere));
    }

    private void record(KnownSession ended, SessionEnd reason) {
        Actor actor = reason == SessionEnd.refresh_token_reused
                ? Actor.SYSTEM
                : Actor.account(ended.account().key());
        OnceStored.leaving(
                "Recording the end of a session",
                () -> commands.send(
                        new EndSession(
                                SessionId.of(ended.tenant(), ended.id()), ended.account(), reason, clock.instant()),
                        origin(ended, actor)));
    }

    private static Origin origin(KnownSession session, Actor actor) {
        Origin origin = Origin.of(session.tenant(), actor);
        String correlation = MDC.get("correlationId");
        return correlation == null ? origin : origin.correlatedWith(correlation);
    }
}
