package io.chatledger.app.caller;

import io.chatledger.app.Roles.QueryRole;
import io.chatledger.command.account.session.SessionRegister;
import io.chatledger.query.OpenSessions;
import io.chatledger.web.caller.SignedIn;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Tells the pages' streams whose session is open. */
@Component
@Conditional(QueryRole.class)
class SignedInSessions implements OpenSessions {

    private final SessionRegister sessions;

    SignedInSessions(SessionRegister sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<UUID> current() {
        return Optional.ofNullable(SignedIn.current())
                .map(known -> known.session().id());
    }

    @Override
    public Set<UUID> open(Collection<UUID> ids) {
        return sessions.open(ids);
    }
}
