package io.chatledger.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** An aggregate: the sum of what was counted. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
final class Tally {

    private long sum;

    /** As its events say, from its snapshot on if there is one. */
    static Tally read(EventStore store, String stream) {
        Tally tally = new Tally();
        store.readEvents(stream).asStream().forEach(tally::on);
        return tally;
    }

    static Tally of(long sum) {
        Tally tally = new Tally();
        tally.sum = sum;
        return tally;
    }

    long sum() {
        return sum;
    }

    private void on(DomainEventMessage<?> message) {
        switch (message.getPayload()) {
            case Tally snapshot -> sum = snapshot.sum;
            case TallyEvent.Counted counted -> sum += counted.by();
            default -> throw new IllegalArgumentException("unknown: " + message.getPayload());
        }
    }
}
