package io.chatledger.command.channel;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.chatledger.command.Commands;
import io.chatledger.kernel.channel.ChannelCommand.DisplaceChannel;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** The work of ending a channel that has lost its number, kept in the database until it is done. */
final class DisplacementTask {

    static final TaskDescriptor<Order> DESCRIPTOR = TaskDescriptor.of("displace-channel", Order.class);

    private static final Duration RETRY = Duration.ofSeconds(10);

    /** Which channel, and since when it has lost its number. Its tenant learns nothing of who has it now. */
    record Order(String channel, Instant at, String causationId) implements Serializable {

        ChannelId channelId() {
            return new ChannelId(channel);
        }

        Origin origin() {
            return new Origin(channelId().tenant(), Actor.SYSTEM, causationId, causationId, null);
        }
    }

    private DisplacementTask() {}

    static OneTimeTask<Order> create(Commands commands, ChannelTokens tokens) {
        return Tasks.oneTime(DESCRIPTOR)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> {
                    Order order = instance.getData();
                    tokens.forget(order.channelId());
                    commands.send(new DisplaceChannel(order.channelId(), order.at()), order.origin());
                });
    }
}
