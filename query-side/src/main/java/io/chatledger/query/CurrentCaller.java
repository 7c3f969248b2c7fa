package io.chatledger.query;

import io.chatledger.kernel.account.Caller;
import java.util.Optional;

/** Whoever sends the current request; empty where nobody has signed in. The application supplies it. */
public interface CurrentCaller {

    Optional<Caller> find();
}
