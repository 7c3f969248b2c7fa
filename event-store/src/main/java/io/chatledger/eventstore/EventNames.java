package io.chatledger.eventstore;

import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;

/** The names under which events are stored. */
@FunctionalInterface
public interface EventNames {

    /** @param families classes of events, or what several of them have in common */
    Set<String> of(Set<? extends Class<?>> families);

    /**
     * As a serializer names them. Of a sealed family it finds the members by itself; of any other interface or abstract
     * class nobody can tell them.
     */
    static EventNames by(Serializer serializer) {
        return families -> {
            Set<String> names = new HashSet<>();
            families.stream()
                    .flatMap(EventNames::members)
                    .forEach(member -> names.add(serializer.typeForClass(member).getName()));
            return names;
        };
    }

    private static Stream<Class<?>> members(Class<?> family) {
        if (family.isSealed()) {
            return Stream.of(family.getPermittedSubclasses()).flatMap(EventNames::members);
        }
        if (Modifier.isAbstract(family.getModifiers())) {
            throw new IllegalArgumentException("neither an event nor a sealed family of events: " + family.getName());
        }
        return Stream.of(family);
    }
}
