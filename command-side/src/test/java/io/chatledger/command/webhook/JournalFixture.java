package io.chatledger.command.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chatledger.eventstore.StoreAvailability;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.webhook.DeliveryId;
import io.chatledger.kernel.webhook.WebhookEvent;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryProcessed;
import io.chatledger.rig.TestPostgres;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal on a real PostgreSQL, with a scripted source. */
class JournalFixture implements AutoCloseable {

    static final String NODE = "node-1";

    static final DataSource DATABASE = TestPostgres.create();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
    private final BlockingQueue<WebhookEvent> news = new LinkedBlockingQueue<>();
    private final ScriptedSource source = new ScriptedSource();
    private final StoreAvailability store = new StoreAvailability();
    private final Configuration axon = axon();
    private final AnnotationConfigApplicationContext context = JournalWiring.of(DATABASE, axon, source, store);

    void start() {
        context.getBean(DeliveryWorker.class).start();
    }

    void stop() {
        context.getBean(DeliveryWorker.class).stop();
    }

    void accept(String body) {
        context.getBean(WebhookInbox.class).accept("test", body.getBytes(UTF_8));
    }

    void reopen(DeliveryId delivery, TenantId tenant) {
        context.getBean(WebhookJournal.class).reopen(UUID.fromString(delivery.key()), tenant);
        context.getBean(Backlog.class).fallBehind();
    }

    StoreAvailability store() {
        return store;
    }

    ScriptedSource source() {
        return source;
    }

    /** Of what makes up the journal. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    Optional<JournalledDelivery> append(byte[] body) {
        return context.getBean(WebhookJournal.class).append("test", body, new byte[32], true);
    }

    /** Work of that result waits until the latch is open. */
    CountDownLatch hold(String result) {
        return source.hold(result);
    }

    void awaitWorked(String name) throws InterruptedException {
        while (!source.worked().contains(name)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    AtomicInteger storageTrouble(int times) {
        return source.storageTrouble(times);
    }

    AtomicInteger trouble(int times) {
        return source.trouble(times);
    }

    JdbcClient.StatementSpec sql(String sql) {
        return jdbc.sql(sql);
    }

    List<String> worked() {
        return source.worked();
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    /** The next event of a type; what comes before it is passed over. */
    <E extends WebhookEvent> E await(Class<E> type) {
        while (true) {
            WebhookEvent event = next();
            if (type.isInstance(event)) {
                return type.cast(event);
            }
        }
    }

    DeliveryProcessed awaitAttempt(int attempt) {
        while (true) {
            DeliveryProcessed processed = await(DeliveryProcessed.class);
            if (processed.attempt() == attempt) {
                return processed;
            }
        }
    }

    void awaitDone() {
        String open = "select count(*) from webhook_journal where state = 'received'";
        try {
            while (jdbc.sql(open).query(Long.class).single() > 0) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private WebhookEvent next() {
        try {
            WebhookEvent event = news.poll(20, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("no such event came");
            }
            return event;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private Configuration axon() {
        Configuration configuration = DefaultConfigurer.defaultConfiguration()
                .configureEventStore(config -> EmbeddedEventStore.builder()
                        .storageEngine(new InMemoryEventStorageEngine())
                        .build())
                .configureAggregate(Delivery.class)
                .buildConfiguration();
        configuration.start();
        configuration.eventStore().subscribe(batch -> batch.forEach(this::note));
        return configuration;
    }

    private void note(EventMessage<?> message) {
        WebhookEvent event = (WebhookEvent) message.getPayload();
        events.add(event);
        news.add(event);
    }

    @Override
    public void close() {
        context.close();
        axon.shutdown();
        jdbc.sql("truncate webhook_journal, secret").update();
    }
}
