package io.chatledger.eventstore.axonserver;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.chatledger.eventstore.EventFormat;
import io.chatledger.eventstore.EventPositions;
import io.chatledger.eventstore.RememberedAggregates;
import io.chatledger.eventstore.SingleAppendStore;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store in Axon Server, with the promises and the positions of the one in PostgreSQL: the first event has
 * position 1. Whatever reads from it ends before it is closed.
 */
public final class AxonServerStore extends SingleAppendStore implements AutoCloseable {

    private final AxonServerEventStore streams;
    private final AxonServerConnectionManager connections;
    private final OwnEvents own;
    private final Duration timeout;

    private AxonServerStore(
            AxonServerStorage storage,
            AxonServerEventStore streams,
            AxonServerConnectionManager connections,
            OwnEvents own,
            Duration timeout) {
        super(storage);
        this.streams = streams;
        this.connections = connections;
        this.own = own;
        this.timeout = timeout;
    }

    /**
     * Returns once Axon Server answers.
     *
     * @throws NoAxonServerException if it does not, or has no such context
     */
    public static AxonServerStore open(AxonServerSettings settings, EventFormat format) {
        AxonServerConfiguration configuration = Connections.configuration(settings);
        AxonServerConnectionManager connections = Connections.open(configuration, settings);
        Function<Serializer, AxonServerStorage.Connector> connector = reading -> {
            AxonServerStorage.Connector connecting = new AxonServerStorage.Connector();
            connecting
                    .configuration(configuration)
                    .platformConnectionManager(connections)
                    .eventSerializer(reading)
                    .snapshotSerializer(format.snapshots())
                    .snapshotFilter(format.understood())
                    .upcasterChain(format.upcasters());
            return connecting;
        };
        AxonServerEventStore streams = connector.apply(format.history()).build();
        AxonServerStorage.Connector aggregates = connector.apply(format.events());
        aggregates.build();
        OwnEvents own = new OwnEvents();
        Appender appender =
                new Appender(channel(connections), format.events(), format.snapshots(), own, settings.timeout());
        return new AxonServerStore(
                new AxonServerStorage(aggregates.engine(), appender), streams, connections, own, settings.timeout());
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new PositionedStream(streams.openStream(Positions.servers(token)));
    }

    /** Axon Server is asked each time. */
    public EventPositions positions() {
        return new ServerHead(channel(connections), timeout);
    }

    /** Has aggregates forgotten that other processes change, until it is closed, which is before the store is. */
    public AutoCloseable tellOfOthers(RememberedAggregates aggregates) {
        return new OthersWrites(channel(connections), own, aggregates, timeout);
    }

    @Override
    public void close() {
        connections.shutdown();
    }

    /** A snapshot that cannot be understood can be done without; a server that does not answer cannot. */
    @Override
    protected Optional<DomainEventMessage<?>> handleSnapshotReadingError(
            String aggregateIdentifier, Throwable failure) {
        if (failure instanceof EventStoreException away
                && Status.fromThrowable(away).getCode() != Status.Code.UNKNOWN) {
            throw away;
        }
        return super.handleSnapshotReadingError(aggregateIdentifier, failure);
    }

    private static Supplier<EventChannel> channel(AxonServerConnectionManager connections) {
        return () -> connections.getConnection().eventChannel();
    }
}
