package io.chatledger.command.conversation;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.message.Origin;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Puts every queued message into the work list. Once is enough: the list knows a message by its id. */
@Component
@ProcessingGroup("automation.sending")
@DisallowReplay
public class WhenMessageQueuedThenSend {

    private final SchedulerClient scheduler;
    private final InstantSource clock;

    WhenMessageQueuedThenSend(SchedulerClient scheduler, InstantSource clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventHandler
    void on(MessageQueued event, EventMessage<?> message) {
        Map<String, ?> metaData = message.getMetaData();
        SendTask.Order order = new SendTask.Order(
                event.conversationId().value(),
                event.messageId().toString(),
                event.sequence(),
                Origin.from(metaData).correlationId(),
                message.getIdentifier());
        Instant now = clock.instant();
        scheduler.scheduleIfNotExists(
                SendTask.DESCRIPTOR.instance(order.message()).data(order).build(), now);
    }
}
