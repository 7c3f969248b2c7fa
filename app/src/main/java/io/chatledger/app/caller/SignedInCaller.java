package io.chatledger.app.caller;

import io.chatledger.app.Roles.QueryRole;
import io.chatledger.kernel.account.Caller;
import io.chatledger.query.CurrentCaller;
import io.chatledger.web.caller.SignedIn;
import java.util.Optional;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Whoever sends the current request. */
@Component
@Conditional(QueryRole.class)
class SignedInCaller implements CurrentCaller {

    @Override
    public Optional<Caller> find() {
        return Optional.ofNullable(SignedIn.current()).map(SignedIn::caller);
    }
}
