package io.chatledger.query.replay;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Past;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes and keeps views of a tenant's past. The application supplies it. */
public interface Replays {

    /**
     * Begins to make a view, or finds one that is there.
     *
     * @param asOf an instant; null where it is a position
     * @param upToPosition a position of the event store; null where it is an instant
     * @throws DomainProblem {@code invalid-request}; {@code too-many-replays}
     */
    UUID request(TenantId tenant, @Nullable Instant asOf, @Nullable Long upToPosition);

    /** @throws DomainProblem {@code not-found} */
    void discard(TenantId tenant, UUID replay);

    /**
     * The view of an instant, made if need be; whoever asks closes it.
     *
     * @throws DomainProblem {@code invalid-request}; {@code too-many-replays}; {@code replay-building}
     */
    Past at(TenantId tenant, Instant asOf);

    /**
     * An instant of which single rows can be read, from their own events where the store can find them; nothing is made
     * then.
     *
     * @throws DomainProblem as {@link #at}
     */
    Past rowsAt(TenantId tenant, Instant asOf);

    /**
     * A view that is there; whoever asks closes it.
     *
     * @throws DomainProblem {@code not-found}; {@code replay-building}, {@code replay-failed}, {@code replay-expired}
     */
    Past of(TenantId tenant, UUID replay);
}
