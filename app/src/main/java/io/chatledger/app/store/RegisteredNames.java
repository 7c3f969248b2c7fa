package io.chatledger.app.store;

import io.chatledger.eventstore.EventNames;
import io.chatledger.kernel.message.EventRegistry;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The stored names of all events that are of a family, sealed or not. */
final class RegisteredNames implements EventNames {

    private final EventRegistry registry;

    RegisteredNames(EventRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Set<String> of(Set<? extends Class<?>> families) {
        return registry.all().entrySet().stream()
                .filter(known -> families.stream().anyMatch(family -> family.isAssignableFrom(known.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
