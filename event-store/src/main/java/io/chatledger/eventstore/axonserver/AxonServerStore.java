package io.chatledger.app.store.axonserver;

import io.chatledger.app.store.SingleAppendStore;
import io.chatledger.command.SnapshotSerializer;
import io.chatledger.kernel.message.EventSerializer;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/** Axon's event store over {@link AxonServerStorage}. */
final class AxonServerStore extends SingleAppendStore {

    private final AxonServerEventStore streams;

    private AxonServerStore(AxonServerStorage storage, AxonServerEventStore streams) {
        super(storage);
        this.streams = streams;
    }

    /** @param snapshots writes them, and as a filter says which are understood */
    static AxonServerStore of(
            AxonServerConfiguration configuration,
            AxonServerConnectionManager connections,
            EventSerializer events,
            EventUpcaster upcasters,
            SnapshotSerializer snapshots,
            OwnEvents own) {
        Function<Serializer, AxonServerStorage.Connector> connector = reading -> {
            AxonServerStorage.Connector connecting = new AxonServerStorage.Connector();
            connecting
                    .configuration(configuration)
                    .platformConnectionManager(connections)
                    .eventSerializer(reading)
                    .snapshotSerializer(snapshots)
                    .snapshotFilter(snapshots)
                    .upcasterChain(upcasters);
            return connecting;
        };
        AxonServerEventStore streams = connector.apply(events.readingAhead()).build();
        AxonServerStorage.Connector aggregates = connector.apply(events);
        aggregates.build();
        Appender appender = new Appender(
                () -> connections.getConnection().eventChannel(),
                events,
                snapshots,
                own,
                Duration.ofMillis(configuration.getCommitTimeout()));
        return new AxonServerStore(new AxonServerStorage(aggregates.engine(), appender), streams);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new PositionedStream(streams.openStream(Positions.servers(token)));
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
}
