package io.chatledger.web.caller;

import io.chatledger.command.account.session.KnownSession;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.permission.Permissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Somebody whose session was open when the request came in, with what they may do at that moment. */
public final class SignedIn extends AbstractAuthenticationToken {

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
    public static @Nullable SignedIn current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn known ? known : null;
    }

    /** As it was when the request came in. */
    public KnownSession session() {
        return session;
    }

    /** Who they are, and what they may do. */
    public Caller caller() {
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
