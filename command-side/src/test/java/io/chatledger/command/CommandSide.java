package io.chatledger.command;

import io.chatledger.command.claim.ClaimConfiguration;
import io.chatledger.command.claim.ClaimIndex;
import io.chatledger.kernel.Features;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.vault.BlindIndex;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The real handlers of some features on a real Axon, with events in memory. */
public final class CommandSide implements AutoCloseable {

    public static final TenantId TENANT = new TenantId("acme");
    public static final Origin ORIGIN = Origin.of(TENANT, Actor.SYSTEM);

    /** A key that says everything about its value; what is tested here does not depend on the secret one. */
    public static final BlindIndex KEYS = (scope, kind, value) ->
            UUID.nameUUIDFromBytes((scope + "\n" + kind + "\n" + value).getBytes(StandardCharsets.UTF_8));

    public static final ClaimIndex CLAIMS = new ClaimIndex(KEYS);

    private final OneWriterEngine engine;
    private final Configuration axon;
    private final Commands commands;

    public CommandSide(ConfigurerModule... modules) {
        this(new OneWriterEngine(), modules);
    }

    /** On a store that keeps snapshots as a real one does. */
    public CommandSide(WrittenSnapshots engine, ConfigurerModule... modules) {
        this((OneWriterEngine) engine, modules);
    }

    private CommandSide(OneWriterEngine engine, ConfigurerModule... modules) {
        this.engine = engine;
        EventSerializer serializer = new EventSerializer(Features.builtIn().registry());
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(one ->
                        EmbeddedEventStore.builder().storageEngine(engine).build())
                .configureSerializer(one -> serializer);
        new ClaimConfiguration(new Aggregates()).configureModule(configurer);
        for (ConfigurerModule module : modules) {
            module.configureModule(configurer);
        }
        axon = configurer.start();
        commands = commands(axon);
    }

    /** Another process on the same store. */
    public CommandSide another(ConfigurerModule... modules) {
        return new CommandSide(engine, modules);
    }

    /** For what sends commands of its own and is registered with the configuration. */
    public static Commands commands(Configuration axon) {
        return new Commands(axon.commandGateway());
    }

    public Commands commands() {
        return commands;
    }

    public EventStore store() {
        return axon.eventStore();
    }

    public <R> R send(Object command) {
        return commands.send(command, ORIGIN);
    }

    /** Lets something have happened, as the first event of its stream. */
    public void publish(Event event, StreamId stream) {
        axon.eventStore()
                .publish(new GenericDomainEventMessage<>("past", stream.value(), 0, event, ORIGIN.toMetaData()));
    }

    /** Everything that has happened, in order. */
    public List<Event> events() {
        return engine.stored().stream().map(one -> (Event) one.getPayload()).toList();
    }

    public <E extends Event> List<E> events(Class<E> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What has happened in one stream. */
    public List<Event> events(StreamId stream) {
        return engine.stored().stream()
                .filter(one -> one instanceof DomainEventMessage<?> event
                        && event.getAggregateIdentifier().equals(stream.value()))
                .map(one -> (Event) one.getPayload())
                .toList();
    }

    /** Does the same from many threads at once and gives what each of them got. */
    public static <R> List<R> atOnce(int threads, IntFunction<R> work) throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<R>> all = IntStream.range(0, threads)
                    .mapToObj(n -> (Callable<R>) () -> work.apply(n))
                    .toList();
            List<R> results = new ArrayList<>();
            for (Future<R> each : pool.invokeAll(all)) {
                results.add(each.get());
            }
            return results;
        }
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
