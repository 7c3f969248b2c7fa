package io.chatledger.kernel.message;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names under which events are stored. A name is {@code <feature>.<Event>}; it has nothing to do with the package a
 * class happens to live in.
 */
public final class EventRegistry {

    private final Map<String, Class<?>> classes = new TreeMap<>();
    private final Map<Class<?>, Named> names = new HashMap<>();

    /** A stored name with the revision that is written today. */
    public record Named(String name, int revision) {}

    /**
     * @param families sealed interfaces, by the feature that they belong to
     * @throws IllegalArgumentException if a family is not sealed, so that its events cannot be listed, or a feature's
     *     name is not of lower case letters
     * @throws IllegalStateException if two events are of one name
     */
    public EventRegistry(Map<String, List<Class<? extends Event>>> families) {
        families.forEach((feature, ofFeature) -> {
            if (!feature.matches("[a-z]+")) {
                throw new IllegalArgumentException("not the name of a feature: " + feature);
            }
            ofFeature.forEach(family -> registerFamily(feature, family));
        });
    }

    /** The class that an event of this name becomes; null where the name is unknown. */
    public @Nullable Class<?> classOf(String name) {
        return classes.get(name);
    }

    /** The stored name of an event class; null where the class is no event. */
    public @Nullable Named nameOf(Class<?> type) {
        return names.get(type);
    }

    /** Every event by its stored name, in order of name. */
    public Map<String, Class<?>> all() {
        return Collections.unmodifiableMap(classes);
    }

    private void registerFamily(String feature, Class<? extends Event> family) {
        if (!family.isInterface() || !family.isSealed()) {
            throw new IllegalArgumentException("not a sealed interface: " + family.getName());
        }
        register(feature, family);
    }

    private void register(String feature, Class<?> type) {
        if (type.isSealed()) {
            Stream.of(type.getPermittedSubclasses()).forEach(sub -> register(feature, sub));
            return;
        }
        EventRevision revision = type.getAnnotation(EventRevision.class);
        String name = feature + "." + type.getSimpleName();
        if (classes.put(name, type) != null) {
            throw new IllegalStateException("two events named " + name);
        }
        names.put(type, new Named(name, revision == null ? 1 : revision.value()));
    }
}
