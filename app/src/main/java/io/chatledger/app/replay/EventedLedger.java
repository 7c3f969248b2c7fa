package io.chatledger.app.replay;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.asof.SideEffect;
import io.chatledger.projection.asof.SideEffects;
import io.chatledger.query.replay.SideEffectLedger;
import io.chatledger.query.replay.SideEffectView;
import java.util.List;

/** The ledger of side effects for queries, from the events. */
record EventedLedger(SideEffects effects) implements SideEffectLedger {

    @Override
    public List<SideEffectView> after(TenantId tenant, long position, int atMost) {
        return effects.after(tenant, position, atMost).stream()
                .map(EventedLedger::view)
                .toList();
    }

    private static SideEffectView view(SideEffect effect) {
        return new SideEffectView(
                effect.eventId(),
                effect.position(),
                effect.kind(),
                effect.key(),
                effect.at(),
                effect.outcome(),
                effect.outcomeAt(),
                effect.correlationId(),
                effect.causationId());
    }
}
