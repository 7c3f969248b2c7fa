package io.chatledger.eventstore.axonserver;

import static io.chatledger.eventstore.Tallies.counted;
import static io.chatledger.eventstore.Tallies.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chatledger.eventstore.Language;
import io.chatledger.rig.axonserver.StandIn;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OutageIT {

    private final StandIn server = new StandIn();
    private final AxonServerNode node =
            new AxonServerNode(AxonServerNode.settings(server.address(), Duration.ofSeconds(2)), Language.today());

    @AfterEach
    void close() {
        node.close();
        server.close();
    }

    @Test
    void anAppendThatIsNotAnsweredFailsInTime() {
        server.fallSilent(true);
        assertThatThrownBy(() -> node.append(counted(stream(), 0)))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("no answer in time");
    }

    @Test
    void nothingCanBeSaidOfAServerThatIsGone() {
        server.goAway();
        String stream = stream();
        assertThatThrownBy(() -> node.append(counted(stream, 0))).isInstanceOf(EventStoreException.class);
        assertThatThrownBy(() -> node.store().readEvents(stream)).isInstanceOf(EventStoreException.class);
        assertThatThrownBy(node::head).isInstanceOf(EventStoreException.class);
        assertThatThrownBy(() -> node.store().lastSequenceNumberFor(stream)).isInstanceOf(EventStoreException.class);
    }

    @Test
    void itGoesOnWhenTheServerIsBack() throws InterruptedException {
        String stream = stream();
        node.append(counted(stream, 0));
        server.goAway();
        assertThatThrownBy(node::head).isInstanceOf(EventStoreException.class);
        server.comeBack();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(node::head, head -> head == 1);
        node.append(counted(stream, 1));
        assertThat(node.store().readEvents(stream).asStream()).hasSize(2);
        try (BlockingStream<TrackedEventMessage<?>> reader = node.store().openStream(null)) {
            assertThat(reader.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aReaderNoticesThatItsStreamHasEnded() {
        try (BlockingStream<TrackedEventMessage<?>> reader = node.store().openStream(null)) {
            server.goAway();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThatThrownBy(reader::peek).hasMessageContaining("closed"));
        }
    }

    @Test
    void whoeverIsInterruptedDoesNotReadAShortStream() {
        String stream = stream();
        node.append(counted(stream, 0), counted(stream, 1));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> node.store().readEvents(stream)).isInstanceOf(EventStoreException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** An event processor's token is stored for good when its unit of work commits: what it did comes before. */
    @Test
    void eventsAreDurableBeforeTheUnitOfWorkCommits() {
        AtomicLong stored = new AtomicLong(-1);
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        work.onCommit(committing -> stored.set(server.log().last() + 1));
        node.append(counted(stream(), 0));
        assertThat(server.log().last()).isEqualTo(-1);
        work.commit();
        assertThat(stored).hasValue(1);
    }
}
