package io.chatledger.command.contact;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.chatledger.kernel.contact.ContactEvent.ContactErased;
import io.chatledger.kernel.message.Origin;
import java.time.InstantSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Sees to it that an erasure which was decided is carried out, whatever happens to the process that decided it. */
@Component
@ProcessingGroup("automation.erasure")
@DisallowReplay
public class WhenContactErasedThenCompleteErasure {

    private final SchedulerClient scheduler;
    private final InstantSource clock;

    WhenContactErasedThenCompleteErasure(SchedulerClient scheduler, InstantSource clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventHandler
    void on(ContactErased event, EventMessage<?> message) {
        ErasureTask.Order order = new ErasureTask.Order(
                event.contactId().value(), Origin.from(message.getMetaData()).correlationId(), message.getIdentifier());
        scheduler.scheduleIfNotExists(
                ErasureTask.DESCRIPTOR.instance(order.contact()).data(order).build(), clock.instant());
    }
}
