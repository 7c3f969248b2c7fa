package io.chatledger.command.conversation;

import static io.chatledger.command.conversation.Talk.ID;
import static io.chatledger.command.conversation.Talk.MESSAGE;
import static io.chatledger.command.conversation.Talk.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.eventstore.StoreAvailability;
import io.chatledger.kernel.contact.ContactCommand.ListIdentities;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.kernel.conversation.ConversationEvent.MessageAccepted;
import io.chatledger.kernel.conversation.ConversationEvent.OutcomeLost;
import io.chatledger.kernel.conversation.ConversationEvent.SendingDeferred;
import io.chatledger.rig.StoreDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configurer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the event to the network, over the real work list. */
@Timeout(60)
class SendTaskIT {

    private final SchedulerClient client =
            SchedulerClient.Builder.create(StoreDatabase.shared()).build();
    private final BlockingQueue<OutboundMessage> sent = new LinkedBlockingQueue<>();
    private final BlockingQueue<SendResult> answers = new LinkedBlockingQueue<>();
    private volatile CountDownLatch answered = new CountDownLatch(0);
    private final CommandSide side = new CommandSide(
            new ConversationConfiguration(new Aggregates(), tenant -> List.of()),
            configurer -> configurer.registerCommandHandler(axon -> new AddressBook()),
            this::automate);
    private final StoreAvailability store = new StoreAvailability();
    private final CustomTask<SendTask.Order> task = SendTask.create(
            new MessageSender(side.commands(), Talk.gateways(this::send), Talk.KEYS, Instant::now, store), store);
    private final Scheduler scheduler = Scheduler.create(StoreDatabase.shared(), task)
            .pollingInterval(Duration.ofMillis(20))
            .shutdownMaxWait(Duration.ofSeconds(5))
            .build();

    private static final class AddressBook {
        @CommandHandler
        List<Identity> handle(ListIdentities command) {
            return List.of(new Identity(IdentityType.phone, "5511"));
        }
    }

    private void automate(Configurer configurer) {
        configurer.eventProcessing(processing -> processing
                .usingSubscribingEventProcessors()
                .registerEventHandler(axon -> new WhenMessageQueuedThenSend(client, Instant::now)));
    }

    private SendResult send(OutboundMessage message) {
        sent.add(message);
        awaitAnswer();
        return answers.remove();
    }

    private void awaitAnswer() {
        try {
            answered.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void end() {
        scheduler.stop();
        side.close();
        JdbcClient.create(StoreDatabase.shared())
                .sql("delete from scheduled_tasks")
                .update();
    }

    @Test
    void sendsAQueuedMessageAsSoonAsTheProviderLetsIt() throws Exception {
        answers.add(new SendResult.Throttled(Duration.ofMillis(10)));
        answers.add(new SendResult.Accepted("wamid.out"));
        side.send(Talk.receive("wamid.1", "delivery-1", Instant.now()));
        side.send(Talk.send(Talk.HELLO, Talk.AGENT, null, Instant.now()));
        scheduler.start();
        assertThat(sent.poll(20, TimeUnit.SECONDS)).isNotNull();
        assertThat(sent.poll(20, TimeUnit.SECONDS)).isNotNull();
        scheduler.stop();
        assertThat(side.events(SendingDeferred.class)).hasSize(1);
        assertThat(side.events(MessageAccepted.class))
                .extracting(MessageAccepted::providerMessageId)
                .containsExactly("wamid.out");
        assertThat(client.getScheduledExecutions()).isEmpty();
    }

    @Test
    void doesNotTakeForDeadWhatItIsStillSending() throws Exception {
        looksForTheDeadWhileAMessageIsBeingSent(task);
        assertThat(sent.poll(20, TimeUnit.SECONDS)).isNotNull();
        assertThat(side.events(OutcomeLost.class)).isEmpty();
    }

    @Test
    void takesNothingForDeadWhereNoHeartCouldBeHeardUntilNow() throws Exception {
        StoreAvailability others = new StoreAvailability(() -> 0L); // no time passes
        others.lose();
        others.regain();
        looksForTheDeadWhileAMessageIsBeingSent(SendTask.create(
                new MessageSender(side.commands(), Talk.gateways(this::send), Talk.KEYS, Instant::now, others),
                others));
        assertThat(sent.poll(20, TimeUnit.SECONDS)).isNotNull();
        assertThat(side.events(OutcomeLost.class)).isEmpty();
    }

    /** In the end the provider says that it has not taken the message. */
    private void looksForTheDeadWhileAMessageIsBeingSent(CustomTask<SendTask.Order> ofWhom) throws Exception {
        answered = new CountDownLatch(1);
        answers.add(new SendResult.Throttled(Duration.ofMillis(10)));
        answers.add(new SendResult.Accepted("wamid.out"));
        side.send(Talk.receive("wamid.1", "delivery-1", Instant.now()));
        side.send(Talk.send(Talk.HELLO, Talk.AGENT, null, Instant.now()));
        scheduler.start();
        assertThat(sent.poll(20, TimeUnit.SECONDS)).isNotNull();
        List<String> takenUp = takenUp();
        lookForTheDead(ofWhom);
        assertThat(takenUp()).as("who has the message, since which change").isEqualTo(takenUp);
        answered.countDown();
    }

    private static void fallSilent() {
        JdbcClient.create(StoreDatabase.shared())
                .sql("update scheduled_tasks set last_heartbeat = now() - interval '1 hour'")
                .update();
    }

    private static List<String> takenUp() {
        return JdbcClient.create(StoreDatabase.shared())
                .sql("select concat_ws(' ', picked, picked_by, version) from scheduled_tasks")
                .query(String.class)
                .list();
    }

    /** Until a look that has found what seems dead is over. */
    private static void lookForTheDead(CustomTask<SendTask.Order> task) throws InterruptedException {
        AtomicBoolean found = new AtomicBoolean();
        CountDownLatch looks = new CountDownLatch(1);
        Scheduler other = Scheduler.create(StoreDatabase.shared(), task)
                .schedulerName(new SchedulerName.Fixed("other"))
                .heartbeatInterval(Duration.ofMillis(50))
                .addSchedulerListener(new AbstractSchedulerListener() {
                    @Override
                    public void onSchedulerEvent(SchedulerEventType type) {
                        if (type == SchedulerEventType.DEAD_EXECUTION) {
                            found.set(true);
                        } else if (type == SchedulerEventType.RAN_DETECT_DEAD && found.get()) {
                            looks.countDown();
                        } else if (type == SchedulerEventType.RAN_DETECT_DEAD) {
                            fallSilent();
                        }
                    }
                })
                .build();
        other.start();
        assertThat(looks.await(20, TimeUnit.SECONDS)).isTrue();
        other.stop();
    }

    @Test
    void putsAMessageIntoTheListOnce() {
        SendTask.Order order = new SendTask.Order(ID.value(), MESSAGE.toString(), 2, "correlation", "causation");
        var work = SendTask.DESCRIPTOR.instance(order.message()).data(order).build();
        assertThat(client.scheduleIfNotExists(work, NOON)).isTrue();
        assertThat(client.scheduleIfNotExists(work, NOON)).isFalse();
        assertThat(client.getScheduledExecutions())
                .extracting(one -> one.getTaskInstance().getId())
                .containsExactly(MESSAGE.toString());
    }
}
