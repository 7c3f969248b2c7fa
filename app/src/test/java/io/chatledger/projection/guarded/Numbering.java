package io.chatledger.projection.guarded;

import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantId;

/** It draws no random number, but calls in another room what draws one. */
final class Numbering {

    private Numbering() {}

    static String number(TenantId tenant, Actor actor) {
        return Origin.of(tenant, actor).correlationId();
    }
}
