package io.chatledger.app.web;

import io.chatledger.command.account.session.KnownSession;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.permission.Permissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Somebody whose session was open when the request came in, with what they may do at that moment. */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient KnownSession session;
    private final transient Caller caller;

    SignedIn(KnownSession session, Permissions permissions) {
        // All the authority that Spring Security is told of; permissions are the callers' own matter.
        super(List.of(new SimpleGrantedAuthority(session.role().name())));
        this.session = session;
        this.caller = new Caller(session.tenant(), session.account(), session.role(), permissions, session.id());
        setAuthenticated(true);
    }

    /** Whoever sends the current request; null where nobody has signed in. */
    static @Nullable SignedIn current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn known ? known : null;
    }

    KnownSession session() {
        return session;
    }

    Caller caller() {
        return caller;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return session.account().key();
    }
}
