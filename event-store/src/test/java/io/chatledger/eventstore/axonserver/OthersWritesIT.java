package io.chatledger.eventstore.axonserver;

import static io.chatledger.eventstore.Tallies.counted;
import static io.chatledger.eventstore.Tallies.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.eventstore.Language;
import io.chatledger.eventstore.RememberedAggregates;
import io.chatledger.rig.axonserver.StandIn;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OthersWritesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StandIn server = new StandIn();
    private final AxonServerNode node =
            new AxonServerNode(AxonServerNode.settings(server.address(), PATIENCE), Language.today());
    private final AxonServerNode other =
            new AxonServerNode(AxonServerNode.settings(server.address(), PATIENCE), Language.today());
    private final BlockingQueue<String> forgotten = new LinkedBlockingQueue<>();
    private final RememberedAggregates aggregates = new RememberedAggregates() {
        @Override
        public void forget(String aggregateId) {
            forgotten.add(aggregateId);
        }

        @Override
        public void forgetAll() {
            forgotten.add("all");
        }
    };
    private final AutoCloseable others = node.store().tellOfOthers(aggregates);

    @BeforeEach
    void itBeginsWithNothing() throws InterruptedException {
        assertThat(next()).isEqualTo("all");
    }

    @AfterEach
    void close() throws Exception {
        others.close();
        other.close();
        node.close();
        server.close();
    }

    @Test
    void onlyWhatAnotherProcessHasChangedIsForgotten() throws InterruptedException {
        String ours = stream();
        String theirs = stream();
        node.append(counted(ours, 0), counted(ours, 1));
        other.append(counted(theirs, 0));
        node.append(counted(ours, 2));
        other.append(counted(ours, 3));
        assertThat(next()).isEqualTo(theirs);
        assertThat(next()).isEqualTo(ours);
        assertThat(forgotten).isEmpty();
    }

    @Test
    void whatIsRefusedIsNotExpectedToComeBack() throws InterruptedException {
        String stream = stream();
        var first = counted(stream, 0);
        other.append(first);
        assertThat(next()).isEqualTo(stream);
        try {
            node.append(counted(stream, 0));
        } catch (ConcurrencyException refused) {
            other.append(counted(stream, 1));
        }
        assertThat(next()).isEqualTo(stream);
    }

    @Test
    void everythingIsForgottenAfterAnInterruption() throws InterruptedException {
        server.goAway();
        server.comeBack();
        assertThat(next()).isEqualTo("all");
        String theirs = stream();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(other::head, head -> head == 0);
        other.append(counted(theirs, 0));
        assertThat(next()).isEqualTo(theirs);
    }

    private String next() throws InterruptedException {
        return String.valueOf(forgotten.poll(30, TimeUnit.SECONDS));
    }
}
