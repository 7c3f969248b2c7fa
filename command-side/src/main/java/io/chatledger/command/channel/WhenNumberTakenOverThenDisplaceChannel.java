package io.chatledger.command.channel;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.chatledger.kernel.channel.ChannelEvent.RouteTakenOver;
import java.time.InstantSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Sees to it that a channel which has lost its number hears of it, in its own tenant's history. */
@Component
@ProcessingGroup("automation.channels")
@DisallowReplay
public class WhenNumberTakenOverThenDisplaceChannel {

    private final SchedulerClient scheduler;
    private final InstantSource clock;

    WhenNumberTakenOverThenDisplaceChannel(SchedulerClient scheduler, InstantSource clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventHandler
    void on(RouteTakenOver event, EventMessage<?> message) {
        DisplacementTask.Order order =
                new DisplacementTask.Order(event.formerId().value(), event.at(), message.getIdentifier());
        scheduler.scheduleIfNotExists(
                DisplacementTask.DESCRIPTOR
                        .instance(order.channel())
                        .data(order)
                        .build(),
                clock.instant());
    }
}
