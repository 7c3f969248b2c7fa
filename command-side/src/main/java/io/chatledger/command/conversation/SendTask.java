package io.chatledger.command.conversation;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.chatledger.eventstore.StoreAvailability;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.MessageId;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The work of sending one message, kept in the database until it is done. */
final class SendTask {

    static final TaskDescriptor<Order> DESCRIPTOR = TaskDescriptor.of("send-message", Order.class);

    /** Failures here are failures of ours, such as a lost database: the message's own fate is in its events. */
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

    private static final int MOST_DOUBLINGS = 5;

    /** Nobody depends on it as long as every end wakes the next. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

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

    static CustomTask<Order> create(MessageSender sender, StoreAvailability store) {
        AtWork atWork = new AtWork(store);
        return Tasks.custom(DESCRIPTOR)
                .onFailure(SendTask::tryLater)
                .onDeadExecution(atWork::reviveIfDead)
                .execute((instance, context) -> {
                    Queue queue = new Queue(sender, instance.getData(), context.getSchedulerClient());
                    return switch (atWork.send(sender, instance.getData())) {
                        case SendProgress.Done _ -> queue::goOn;
                        case SendProgress.WaitsItsTurn _ -> queue::waitForTurn;
                        case SendProgress.Again again ->
                            (done, operations) -> operations.reschedule(
                                    done, done.getTimeDone().plus(again.after()));
                    };
                });
    }

    /**
     * What this process is sending. No heart can be heard while the database is away, so silence says nothing then, and
     * for a while after: whoever took up again what is still being sent would call its outcome unknown.
     */
    private record AtWork(Set<String> messages, StoreAvailability store) {

        private static final Duration FIRST_HEARTBEATS = Duration.ofSeconds(15);
        private static final DeadExecutionHandler<Order> REVIVAL = new DeadExecutionHandler.ReviveDeadExecution<>();

        AtWork(StoreAvailability store) {
            this(ConcurrentHashMap.newKeySet(), store);
        }

        SendProgress send(MessageSender sender, Order order) {
            messages.add(order.message());
            try {
                return sender.send(order);
            } finally {
                messages.remove(order.message());
            }
        }

        void reviveIfDead(ExecutionComplete silent, ExecutionOperations<Order> operations) {
            String message = silent.getExecution().taskInstance.getId();
            if (!messages.contains(message) && store.isSettled(FIRST_HEARTBEATS)) {
                REVIVAL.deadExecution(silent, operations);
            }
        }
    }

    private static void tryLater(ExecutionComplete failed, ExecutionOperations<Order> operations) {
        int failures = Math.min(failed.getExecution().consecutiveFailures, MOST_DOUBLINGS);
        operations.reschedule(failed, failed.getTimeDone().plus(FIRST_RETRY.multipliedBy(1L << failures)));
    }

    /**
     * The messages of one conversation, which go out one after the other. Whatever ends one wakes the next: before it
     * leaves the list itself, so that a process that dies in between does both once more.
     */
    private record Queue(MessageSender sender, Order order, SchedulerClient list) {

        void goOn(ExecutionComplete done, ExecutionOperations<Order> operations) {
            sender.next(order).ifPresent(next -> wake(next, done.getTimeDone()));
            operations.remove();
        }

        /** Asks again once it waits: the one before may have ended while it still could not be woken. */
        void waitForTurn(ExecutionComplete done, ExecutionOperations<Order> operations) {
            operations.reschedule(done, done.getTimeDone().plus(LONGEST_WAIT));
            sender.next(order)
                    .filter(next -> next.equals(order.messageId()))
                    .ifPresent(own -> wake(own, done.getTimeDone()));
        }

        private void wake(MessageId message, Instant now) {
            try {
                list.reschedule(DESCRIPTOR.instanceId(message.toString()), now);
            } catch (TaskInstanceCurrentlyExecutingException
                    | TaskInstanceNotFoundException
                    | ExecutionException awake) {
                // It is taken up this moment and sees for itself that it is its turn, or comes into the list only now.
            }
        }
    }
}
