package io.chatledger.eventstore.axonserver;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.List;

/**
 * The events that this process has appended and not yet seen come back. One that is dropped because there are too many is
 * taken for another's, which costs a read and harms nobody.
 */
final class OwnEvents {

    private static final int AT_MOST = 50_000;

    private final Cache<String, Boolean> ids =
            Caffeine.newBuilder().maximumSize(AT_MOST).build();

    /** Before they are sent: they may come back before the answer does. */
    void expect(List<Event> events) {
        events.forEach(event -> ids.put(event.getMessageIdentifier(), true));
    }

    /** Nobody knows whether they were stored; if so, they are to be noticed. */
    void disown(List<Event> events) {
        events.forEach(event -> ids.invalidate(event.getMessageIdentifier()));
    }

    /** Whether it is one of ours, which is known only once. */
    boolean recognise(Event event) {
        return ids.asMap().remove(event.getMessageIdentifier()) != null;
    }
}
