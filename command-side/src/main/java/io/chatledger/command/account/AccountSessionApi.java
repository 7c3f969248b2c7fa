package io.chatledger.command.account;

import io.chatledger.command.account.session.KnownSession;
import io.chatledger.command.account.session.SessionRegister;
import io.chatledger.command.account.session.SessionUse;
import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.account.SessionEnd;
import io.chatledger.kernel.problem.DomainProblem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where somebody sees where they are signed in, and ends what they do not know or need. */
@RestController
@RequestMapping("/api/v1/account/sessions")
class AccountSessionApi {

    private final SessionRegister register;
    private final SessionPlaces places;
    private final RecordedSessions sessions;
    private final SessionCookies cookies;

    AccountSessionApi(
            SessionRegister register, SessionPlaces places, RecordedSessions sessions, SessionCookies cookies) {
        this.register = register;
        this.places = places;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    /**
     * A session, as its owner sees it.
     *
     * @param current whether the request came in it
     * @param tenant the id of the company that it is for
     * @param browser whether a browser holds it, or a program
     * @param ipAddress from which it was last signed in or refreshed; null where that is not known
     * @param userAgent as what held it then calls itself; null where that is not known
     * @param lastUsedAt to some minutes
     * @param endsAt however often it is used
     */
    record Shown(
            UUID id,
            boolean current,
            String tenant,
            boolean browser,
            @Nullable String ipAddress,
            @Nullable String userAgent,
            Instant openedAt,
            Instant lastUsedAt,
            Instant endsAt) {}

    /** @param items last used first */
    record ShownSessions(List<Shown> items) {}

    /**
     * Lists where somebody is signed in.
     *
     * <p>In all companies that they are a member of.
     *
     * @return the open sessions of the account, last used first
     */
    @GetMapping
    @Allowed(to = Allowed.To.MEMBERS)
    ShownSessions list(Caller caller) {
        return new ShownSessions(register.ofAccount(caller.accountId()).stream()
                .map(use -> shown(use, caller))
                .toList());
    }

    /**
     * Shows one session.
     *
     * @param id of the session
     * @return the session, if it is one of the account's and open
     */
    @GetMapping("/{id}")
    @Allowed(to = Allowed.To.MEMBERS)
    Shown show(@PathVariable UUID id, Caller caller) {
        return shown(own(id, caller), caller);
    }

    /**
     * Signs a session out.
     *
     * <p>Whatever names it opens nothing from now on.
     *
     * @param id of the session
     * @return nothing
     */
    @DeleteMapping("/{id}")
    @Allowed(to = Allowed.To.MEMBERS)
    ResponseEntity<Void> end(@PathVariable UUID id, Caller caller) {
        KnownSession session = own(id, caller).session();
        boolean current = session.id().equals(caller.session());
        sessions.end(session.id(), current ? SessionEnd.signed_out : SessionEnd.ended_elsewhere);
        return ended(current);
    }

    /**
     * Signs out everywhere.
     *
     * <p>Ends every session of the account, in all companies, this one too.
     *
     * @return nothing
     */
    @DeleteMapping
    @Allowed(to = Allowed.To.MEMBERS)
    ResponseEntity<Void> endAll(Caller caller) {
        sessions.endAll(caller.accountId());
        return ended(true);
    }

    private ResponseEntity<Void> ended(boolean current) {
        HttpHeaders headers = new HttpHeaders();
        if (current) {
            cookies.clear(headers);
        }
        return ResponseEntity.noContent().headers(headers).build();
    }

    private SessionUse own(UUID id, Caller caller) {
        return register.ofAccount(caller.accountId()).stream()
                .filter(use -> use.session().id().equals(id))
                .findFirst()
                .orElseThrow(() -> DomainProblem.notFound("session"));
    }

    private Shown shown(SessionUse use, Caller caller) {
        KnownSession session = use.session();
        Place place = places.open(session.account(), use.place());
        return new Shown(
                session.id(),
                session.id().equals(caller.session()),
                session.tenant().value(),
                session.browser(),
                place.ipAddress(),
                place.userAgent(),
                use.openedAt(),
                use.seenAt(),
                session.endsAt());
    }
}
