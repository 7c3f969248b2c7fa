package io.chatledger.command.conversation;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.MessageId;
import java.io.Serializable;
import java.time.Duration;
import java.util.UUID;

/** The work of sending one message, kept in the database until it is done. */
final class SendTask {

    static final TaskDescriptor<Order> DESCRIPTOR = TaskDescriptor.of("send-message", Order.class);

    /** Failures here are failures of ours, such as a lost database: the message's own fate is in its events. */
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

    /** Which message, where it stands in its conversation, and the request that wanted it. */
    record Order(String conversation, String message, long sequence, String correlationId, String causationId)
            implements Serializable {

        ConversationId conversationId() {
            return new ConversationId(conversation);
        }

        MessageId messageId() {
            return MessageId.of(UUID.fromString(message));
        }
    }

    private SendTask() {}

    static CustomTask<Order> create(MessageSender sender) {
        return Tasks.custom(DESCRIPTOR)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, 1.5))
                .execute((instance, context) -> sender.send(instance.getData())
                        .<CompletionHandler<Order>>map(delay -> (done, operations) ->
                                operations.reschedule(done, done.getTimeDone().plus(delay)))
                        .orElseGet(OnCompleteRemove::new));
    }
}
