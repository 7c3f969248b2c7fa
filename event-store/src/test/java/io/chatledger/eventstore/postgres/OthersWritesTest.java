package io.chatledger.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.eventstore.Language;
import io.chatledger.eventstore.RememberedAggregates;
import io.chatledger.eventstore.Tallies;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OthersWritesTest {

    private final EventTail tail = new EventTail();
    private final BlockingQueue<String> forgotten = new LinkedBlockingQueue<>();
    private volatile boolean unreadable;
    private final OthersWrites others = new OthersWrites(this::read, tail, new RememberedAggregates() {
        @Override
        public void forget(String aggregateId) {
            forgotten.add(aggregateId);
        }

        @Override
        public void forgetAll() {
            forgotten.add("all");
        }
    });

    private List<String> read(long after, long upTo) {
        if (unreadable) {
            throw new EventStoreException("no database");
        }
        return List.of(after + ".." + upTo);
    }

    @AfterEach
    void end() {
        others.close();
    }

    @Test
    void forgetsWhatAnotherProcessHasChanged() throws Exception {
        tail.advancedTo(3);
        assertThat(next()).isEqualTo("0..3");
    }

    @Test
    void keepsWhatThisProcessHasChangedItself() throws Exception {
        tail.advancedTo(3);
        assertThat(next()).isEqualTo("0..3");
        tail.appended(List.of(row()), 4);
        tail.appended(List.of(row()), 5);
        tail.advancedTo(6);
        // Either it has seen its own two already, or all three are taken for another's; nothing else is forgotten.
        assertThat(next()).endsWith("..6");
        assertThat(forgotten).isEmpty();
    }

    @Test
    void noticesWhatAnotherProcessHasWrittenInBetween() throws Exception {
        tail.advancedTo(3);
        assertThat(next()).isEqualTo("0..3");
        tail.appended(List.of(row()), 5);
        assertThat(next()).isEqualTo("3..5");
    }

    @Test
    void forgetsEverythingWhereTooMuchHasHappened() throws Exception {
        tail.advancedTo(5001);
        assertThat(next()).isEqualTo("all");
    }

    @Test
    void forgetsEverythingWhereItCannotBeRead() throws Exception {
        unreadable = true;
        tail.advancedTo(3);
        assertThat(next()).isEqualTo("all");
    }

    private String next() throws InterruptedException {
        return String.valueOf(forgotten.poll(20, TimeUnit.SECONDS));
    }

    private static EventRow row() {
        return EventRow.of(
                Tallies.counted(Tallies.stream(), 0), Language.today().events(), Tallies::tenantOf);
    }
}
