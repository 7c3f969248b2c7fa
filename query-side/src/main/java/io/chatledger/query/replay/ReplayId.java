package io.chatledger.query.replay;

import io.chatledger.kernel.problem.DomainProblem;
import java.util.UUID;

/** Ids of replays as callers write them. */
final class ReplayId {

    private ReplayId() {}

    /** @throws DomainProblem {@code not-found} for what cannot be the id of any */
    static UUID parse(String text) {
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException e) {
            throw DomainProblem.notFound("replay");
        }
    }
}
