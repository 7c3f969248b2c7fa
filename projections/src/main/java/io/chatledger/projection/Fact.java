package io.chatledger.projection;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantId;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;

/** An event of the history, with the tenant whose it is. */
public record Fact(TenantId tenant, Event event) {

    /** Empty where the message is of another family; its payload is not read then. */
    public static Optional<Fact> of(EventMessage<?> message, Class<? extends Event> family) {
        if (!family.isAssignableFrom(message.getPayloadType())) {
            return Optional.empty();
        }
        TenantId tenant = Origin.from(message.getMetaData()).tenant();
        return Optional.of(new Fact(tenant, family.cast(message.getPayload())));
    }
}
