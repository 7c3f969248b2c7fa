package io.chatledger.kernel.feature;

import io.chatledger.kernel.message.Event;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What events tell of things done outside. */
public final class Effects {

    private final Map<Class<? extends Event>, Effect<?>> byEvent;

    /** @throws IllegalStateException if an event is declared twice */
    public Effects(Collection<Effect<?>> declared) {
        byEvent = declared.stream().collect(Collectors.toUnmodifiableMap(Effect::event, effect -> effect));
    }

    /** The events that tell of any. */
    public Set<Class<? extends Event>> events() {
        return byEvent.keySet();
    }

    /** Whether events of a class say what came of something done outside, rather than that it is about to be done. */
    public boolean settles(Class<?> event) {
        Effect<?> effect = byEvent.get(event);
        return effect != null && effect.outcome() != Effect.Outcome.PENDING;
    }

    /** Null for an event that tells of none. */
    public Effect.@Nullable Told told(Object event) {
        Effect<?> effect = byEvent.get(event.getClass());
        return effect == null ? null : effect.told(event);
    }
}
