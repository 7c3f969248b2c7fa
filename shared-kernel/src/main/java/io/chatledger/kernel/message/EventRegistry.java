package io.chatledger.kernel.message;

import io.chatledger.kernel.account.AccountEvent;
import io.chatledger.kernel.audit.AuditEvent;
import io.chatledger.kernel.channel.ChannelEvent;
import io.chatledger.kernel.contact.ContactEvent;
import io.chatledger.kernel.conversation.ConversationEvent;
import io.chatledger.kernel.deadletter.DeadLetterEvent;
import io.chatledger.kernel.tenant.TenantEvent;
import io.chatledger.kernel.webhook.WebhookEvent;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names under which events are stored. A name is {@code <feature>.<Event>}; it has nothing to do with the package a
 * class happens to live in.
 */
public final class EventRegistry {

    private static final List<Class<? extends Event>> FAMILIES = List.of(
            RequestEvent.class,
            TenantEvent.class,
            AccountEvent.class,
            ChannelEvent.class,
            ContactEvent.class,
            ConversationEvent.class,
            WebhookEvent.class,
            DeadLetterEvent.class,
            AuditEvent.class);

    private final Map<String, Class<?>> classes = new TreeMap<>();
    private final Map<Class<?>, Named> names = new HashMap<>();

    /** A stored name with the revision that is written today. */
    public record Named(String name, int revision) {}

    /** All events of the system. */
    public EventRegistry() {
        this(FAMILIES);
    }

    /**
     * @param families sealed interfaces, each named {@code <Feature>Event}
     * @throws IllegalArgumentException if one is not sealed, so that its events cannot be listed
     */
    public EventRegistry(List<Class<? extends Event>> families) {
        for (Class<? extends Event> family : families) {
            if (!family.isInterface() || !family.isSealed()) {
                throw new IllegalArgumentException("not a sealed interface: " + family.getName());
            }
            register(feature(family), family);
        }
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

    static String feature(Class<?> family) {
        return family.getSimpleName().replaceFirst("Event$", "").toLowerCase(Locale.ROOT);
    }
}
