package io.chatledger.command.conversation;

import static io.chatledger.command.conversation.Talk.ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.eventstore.StoreAvailability;
import io.chatledger.kernel.contact.ContactCommand.ListIdentities;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.kernel.conversation.ConversationCommand.SendMessage;
import io.chatledger.kernel.conversation.ConversationCommand.StartSending;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.conversation.SendError;
import io.chatledger.rig.StoreDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configurer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many messages of one conversation over the real work list. */
@Timeout(60)
class SendQueueIT {

    private static final int MESSAGES = 40;

    private final SchedulerClient client =
            SchedulerClient.Builder.create(StoreDatabase.shared()).build();
    private final List<String> tried = new CopyOnWriteArrayList<>();
    private final Map<String, SendResult> otherwise = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    /** How many more may be sent. */
    private final Semaphore places = new Semaphore(10 * MESSAGES);

    private final CommandSide side = new CommandSide(
            new ConversationConfiguration(new Aggregates(), tenant -> List.of()),
            configurer -> configurer.registerCommandHandler(axon -> new AddressBook()),
            this::automate);

    private static final class AddressBook {
        @CommandHandler
        List<Identity> handle(ListIdentities command) {
            return List.of(new Identity(IdentityType.phone, "5511"));
        }
    }

    private void automate(Configurer configurer) {
        configurer
                .eventProcessing(processing -> processing
                        .usingSubscribingEventProcessors()
                        .registerEventHandler(axon -> new WhenMessageQueuedThenSend(client, Instant::now)))
                .onInitialize(axon -> axon.onStart(() -> axon.commandBus().registerHandlerInterceptor((work, chain) -> {
                    if (work.getMessage().getPayload() instanceof StartSending) {
                        asked.incrementAndGet();
                    }
                    return chain.proceed();
                })));
    }

    private SendResult send(OutboundMessage message) {
        String text = String.valueOf(message.content().text());
        tried.add(text);
        places.acquireUninterruptibly();
        SendResult other = otherwise.remove(text);
        return other == null ? new SendResult.Accepted("wamid." + text) : other;
    }

    private Scheduler scheduler(String name) {
        StoreAvailability store = new StoreAvailability();
        MessageSender sender =
                new MessageSender(side.commands(), Talk.gateways(this::send), Talk.KEYS, Instant::now, store);
        return Scheduler.create(StoreDatabase.shared(), SendTask.create(sender, store))
                .schedulerName(new SchedulerName.Fixed(name))
                .pollingInterval(Duration.ofMillis(20))
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    @BeforeEach
    void queue() {
        side.send(Talk.receive("wamid.1", "delivery-1", Instant.now()));
        texts().forEach(text -> side.send(new SendMessage(
                ID,
                MessageId.of(UUID.randomUUID()),
                MessageContent.ofText(text),
                null,
                Talk.AGENT,
                null,
                Instant.now())));
    }

    private static List<String> texts() {
        return IntStream.range(0, MESSAGES).mapToObj(Integer::toString).toList();
    }

    @AfterEach
    void end() {
        side.close();
        JdbcClient.create(StoreDatabase.shared())
                .sql("delete from scheduled_tasks")
                .update();
    }

    private void awaitNothingToDo() throws InterruptedException {
        while (!client.getScheduledExecutions().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Test
    void goesOutInOrderAndEachEndWakesTheNext() throws InterruptedException {
        Scheduler scheduler = scheduler("one");
        scheduler.start();
        awaitNothingToDo();
        scheduler.stop();
        assertThat(tried).isEqualTo(texts());
        assertThat(asked.get()).isLessThan(3 * MESSAGES);
    }

    @Test
    void goesOnWhateverBecomesOfOne() throws InterruptedException {
        otherwise.put("3", new SendResult.Refused(new SendError(131026, "undeliverable", null)));
        otherwise.put("5", new SendResult.Unknown("timeout"));
        otherwise.put("7", new SendResult.NotSent("no-token", false));
        Scheduler scheduler = scheduler("one");
        scheduler.start();
        awaitNothingToDo();
        scheduler.stop();
        assertThat(tried).isEqualTo(texts());
    }

    @Test
    void waitsForTheOneThatHasToWait() throws InterruptedException {
        otherwise.put("2", new SendResult.Throttled(Duration.ofMillis(300)));
        Scheduler scheduler = scheduler("one");
        scheduler.start();
        awaitNothingToDo();
        scheduler.stop();
        assertThat(tried)
                .hasSize(MESSAGES + 1)
                .containsSubsequence("1", "2", "2", "3")
                .containsSubsequence(texts());
    }

    @Test
    void goesOnInAnotherProcessAndSendsNothingTwice() throws InterruptedException {
        places.drainPermits();
        places.release(5);
        Scheduler first = scheduler("one");
        first.start();
        while (!places.hasQueuedThreads()) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        Thread stopping = Thread.startVirtualThread(first::stop);
        while (!first.getSchedulerState().isShuttingDown()) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        places.release(MESSAGES);
        stopping.join();
        assertThat(tried).hasSizeLessThan(MESSAGES);
        Scheduler second = scheduler("two");
        second.start();
        awaitNothingToDo();
        second.stop();
        assertThat(tried).isEqualTo(texts());
    }

    @Test
    void twoProcessesAtOnceKeepTheOrder() throws InterruptedException {
        Scheduler first = scheduler("one");
        Scheduler second = scheduler("two");
        first.start();
        second.start();
        awaitNothingToDo();
        first.stop();
        second.stop();
        assertThat(tried).isEqualTo(texts());
    }
}
