package io.chatledger.command.contact;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import java.io.Serializable;
import java.time.Duration;

/** The work of completing one erasure, kept in the database until it is done. */
final class ErasureTask {

    static final TaskDescriptor<Order> DESCRIPTOR = TaskDescriptor.of("complete-erasure", Order.class);

    private static final Duration RETRY = Duration.ofSeconds(10);

    /** Whom, and the request that wanted it. */
    record Order(String contact, String correlationId, String causationId) implements Serializable {

        ContactId contactId() {
            return new ContactId(contact);
        }

        Origin origin() {
            return new Origin(contactId().tenant(), Actor.SYSTEM, correlationId, causationId, null);
        }
    }

    private ErasureTask() {}

    static OneTimeTask<Order> create(Erasure erasure) {
        return Tasks.oneTime(DESCRIPTOR)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> erasure.completeOne(
                        instance.getData().contactId(), instance.getData().origin()));
    }
}
