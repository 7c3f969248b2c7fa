package io.chatledger.query;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whose session is open: for what goes on longer than a request. The application supplies it. */
public interface OpenSessions {

    /** That of whoever sends the current request; empty where nobody has signed in. */
    Optional<UUID> current();

    /** Those of them that have not ended. */
    Set<UUID> open(Collection<UUID> sessions);
}
