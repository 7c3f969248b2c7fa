package io.chatledger.projection.asof;

import io.chatledger.kernel.feature.Effect.Outcome;
import io.chatledger.kernel.feature.Effect.Told;
import io.chatledger.kernel.feature.Effects;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.tenant.TenantId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * The ledger of side effects. It is no table of its own: the events that announce and settle each attempt are durable
 * before and after it, cannot be changed, and are in the chain of hashes, so this only reads them.
 */
public final class SideEffects {

    /** How far to look for what came of the last attempts. */
    private static final int FAR = 20_000;

    private final TenantLog log;
    private final Effects effects;

    SideEffects(TenantLog log, Effects effects) {
        this.log = log;
        this.effects = effects;
    }

    /** The oldest first, of those after a position. */
    public List<SideEffect> after(TenantId tenant, long position, int atMost) {
        Attempts attempts = new Attempts(effects, atMost);
        int[] read = {0};
        log.read(tenant, position, Long.MAX_VALUE, effects.events(), portion -> {
            portion.forEach(attempts::take);
            read[0] += portion.size();
            return !attempts.complete() && read[0] < FAR;
        });
        return attempts.list();
    }

    /**
     * How many attempts after one position repeat what had its end already at another: a message that was sent then
     * and is sent again now. Whoever lives on meanwhile is not counted.
     */
    int repeatedAfter(TenantId tenant, long began, long replayed) {
        List<SideEffect> since = after(tenant, began, Integer.MAX_VALUE);
        if (since.isEmpty()) {
            return 0;
        }
        Set<String> settled = settled(tenant, replayed);
        return (int) since.stream().filter(one -> settled.contains(one.key())).count();
    }

    private Set<String> settled(TenantId tenant, long upTo) {
        Set<String> settled = new HashSet<>();
        log.read(tenant, 0, upTo, effects.events(), portion -> {
            for (TrackedEventMessage<?> message : portion) {
                Told told = effects.told(message.getPayload());
                if (told == null || told.outcome() == Outcome.PENDING) {
                    continue;
                }
                if (told.outcome() == Outcome.NOT_SENT) {
                    settled.remove(told.key());
                } else {
                    settled.add(told.key());
                }
            }
            return true;
        });
        return settled;
    }

    /** Puts together what announced an attempt and what ended it. */
    static final class Attempts {
        private final Map<Long, SideEffect> found = new LinkedHashMap<>();
        private final Map<String, Long> open = new LinkedHashMap<>();
        private final Effects effects;
        private final int atMost;

        Attempts(Effects effects, int atMost) {
            this.effects = effects;
            this.atMost = atMost;
        }

        void take(TrackedEventMessage<?> message) {
            Told told = effects.told(message.getPayload());
            if (told == null) {
                return;
            }
            Event event = (Event) message.getPayload();
            if (told.outcome() != Outcome.PENDING) {
                Long attempt = open.remove(told.key());
                if (attempt != null) {
                    found.computeIfPresent(attempt, (at, one) -> one.ended(told.outcome(), event.at()));
                }
            } else if (found.size() < atMost) {
                SideEffect attempt = SideEffect.attempted(message, event, told);
                found.put(attempt.position(), attempt);
                open.put(told.key(), attempt.position());
            }
        }

        boolean complete() {
            return found.size() >= atMost && open.isEmpty();
        }

        List<SideEffect> list() {
            return List.copyOf(found.values());
        }
    }
}
