package io.chatledger.query.access;

import io.chatledger.kernel.problem.DomainProblem;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Stores what has been read, many reads in one append. */
final class ReadWriter {

    private final EventStore store;

    ReadWriter(EventStore store) {
        this.store = store;
    }

    void write(List<RecordedRead> reads) {
        try {
            store.publish(reads.stream().map(RecordedRead::message).toList());
        } catch (DomainProblem erasedReader) {
            store.publish(reads.stream().map(RecordedRead::bareMessage).toList());
        }
    }

    /** As {@link #write}, where an earlier attempt may have stored some of it and not said so. */
    void writeRest(List<RecordedRead> reads) {
        List<RecordedRead> rest = reads.stream()
                .filter(read -> store.lastSequenceNumberFor(read.id().value()).isEmpty())
                .toList();
        if (!rest.isEmpty()) {
            write(rest);
        }
    }
}
