package io.chatledger.projection;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantId;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * An event of the history, with the tenant whose it is.
 *
 * @param position in the store; -1 where it came without one
 */
public record Fact(TenantId tenant, Event event, long position) {

    private static final char AFTER_TENANT = '/';

    public Fact(TenantId tenant, Event event) {
        this(tenant, event, -1);
    }

    /** Empty where the message is of another family; its payload is not read then. */
    public static Optional<Fact> of(EventMessage<?> message, Class<? extends Event> family) {
        if (!family.isAssignableFrom(message.getPayloadType())) {
            return Optional.empty();
        }
        return Optional.of(new Fact(tenantOf(message), family.cast(message.getPayload()), positionOf(message)));
    }

    /** Its place in the store; -1 where it came without one. */
    public static long positionOf(EventMessage<?> message) {
        return message instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElse(-1)
                : -1;
    }

    /** A tenant's event may come of a command of the platform: the stream's name decides, not the caller. */
    public static TenantId tenantOf(EventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> domain) {
            String stream = domain.getAggregateIdentifier();
            int end = stream.indexOf(AFTER_TENANT);
            if (end > 0) {
                return new TenantId(stream.substring(0, end));
            }
        }
        return Origin.from(message.getMetaData()).tenant();
    }
}
