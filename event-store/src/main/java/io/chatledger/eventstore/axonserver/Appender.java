package io.chatledger.eventstore.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.axonserver.connector.util.GrpcMetaDataConverter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;

/**
 * Writes events and snapshots, and returns once they are durable. The connector's own store would write later, while the
 * unit of work commits, where nobody can put its failures into the words that callers know.
 */
final class Appender {

    /** So many of those that were stored last are looked at, as some may be of another form. */
    private static final int LAST_SNAPSHOTS = 8;

    private final Supplier<EventChannel> channel;
    private final Serializer events;
    private final Serializer snapshots;
    private final GrpcMetaDataConverter metaData;
    private final OwnEvents own;
    private final Duration timeout;

    Appender(Supplier<EventChannel> channel, Serializer events, Serializer snapshots, OwnEvents own, Duration timeout) {
        this.channel = channel;
        this.events = events;
        this.snapshots = snapshots;
        this.metaData = new GrpcMetaDataConverter(events);
        this.own = own;
        this.timeout = timeout;
    }

    /**
     * All or none.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException if another writer was first
     * @throws io.chatledger.eventstore.UnknownOutcomeException if the answer was lost
     * @throws EventStoreException if they could not be stored
     */
    void append(List<? extends EventMessage<?>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        List<Event> written =
                messages.stream().map(message -> written(message, events)).toList();
        own.expect(written);
        try {
            send(written);
        } catch (RuntimeException failure) {
            own.disown(written);
            throw Failures.ofAppend(failure);
        }
    }

    /**
     * Does nothing where a newer one of the same form is there: Axon Server answers the one that was stored last.
     *
     * @throws EventStoreException if it could not be stored
     */
    void keep(DomainEventMessage<?> snapshot) {
        try {
            Event written = written(snapshot, snapshots);
            if (!isOutdated(written)) {
                await(channel.get().appendSnapshot(written));
            }
        } catch (RuntimeException failure) {
            throw Failures.of(failure);
        }
    }

    private boolean isOutdated(Event written) {
        return channel.get()
                .loadSnapshots(written.getAggregateIdentifier(), Long.MAX_VALUE, LAST_SNAPSHOTS)
                .asStream()
                .anyMatch(one -> isOfSameForm(one.getPayload(), written.getPayload())
                        && one.getAggregateSequenceNumber() > written.getAggregateSequenceNumber());
    }

    private static boolean isOfSameForm(SerializedObject one, SerializedObject other) {
        return one.getType().equals(other.getType()) && one.getRevision().equals(other.getRevision());
    }

    private void send(List<Event> written) {
        AppendEventsTransaction transaction = channel.get().startAppendEventsTransaction();
        try {
            written.forEach(transaction::appendEvent);
            await(transaction.commit());
        } catch (RuntimeException failure) {
            if (!(failure instanceof CompletionException) || failure.getCause() instanceof TimeoutException) {
                transaction.rollback();
            }
            throw failure;
        }
    }

    /** Not interruptible: an interrupt would leave it open whether the events are stored. */
    private void await(CompletableFuture<Confirmation> answer) {
        Confirmation confirmation =
                answer.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS).join();
        if (confirmation == null || !confirmation.getSuccess()) {
            throw new EventStoreException("Axon Server did not store what it was given.");
        }
    }

    private Event written(EventMessage<?> message, Serializer serializer) {
        org.axonframework.serialization.SerializedObject<byte[]> payload =
                message.serializePayload(serializer, byte[].class);
        String revision = payload.getType().getRevision();
        Event.Builder event = Event.newBuilder()
                .setMessageIdentifier(message.getIdentifier())
                .setPayload(SerializedObject.newBuilder()
                        .setType(payload.getType().getName())
                        .setRevision(revision == null ? "" : revision)
                        .setData(ByteString.copyFrom(payload.getData())));
        Microseconds.put(message.getTimestamp(), event);
        message.getMetaData().forEach((key, value) -> event.putMetaData(key, metaData.convertToMetaDataValue(value)));
        if (message instanceof DomainEventMessage<?> domain) {
            event.setAggregateType(domain.getType())
                    .setAggregateIdentifier(domain.getAggregateIdentifier())
                    .setAggregateSequenceNumber(domain.getSequenceNumber());
        }
        return event.build();
    }
}
