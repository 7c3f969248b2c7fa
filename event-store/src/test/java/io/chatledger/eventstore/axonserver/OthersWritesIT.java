package io.chatledger.app.store.axonserver;

import static io.chatledger.app.store.axonserver.Happenings.event;
import static io.chatledger.app.store.axonserver.Happenings.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.store.Language;
import io.chatledger.command.Aggregates;
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
    private static final Language OURS = new Language(
            Happenings.SERIALIZER, events -> events, Language.today().snapshots());

    private final StandIn server = new StandIn();
    private final AxonServerNode node = new AxonServerNode(AxonServerNode.properties(server.address(), PATIENCE), OURS);
    private final AxonServerNode other =
            new AxonServerNode(AxonServerNode.properties(server.address(), PATIENCE), OURS);
    private final BlockingQueue<String> forgotten = new LinkedBlockingQueue<>();
    private final Aggregates aggregates = new Aggregates() {
        @Override
        public void forget(String aggregateId) {
            forgotten.add(aggregateId);
        }

        @Override
        public void forgetAll() {
            forgotten.add("all");
        }
    };
    private final OthersWrites others =
            new OthersWrites(() -> node.connections().getConnection().eventChannel(), node.own(), aggregates, PATIENCE);

    @BeforeEach
    void itBeginsWithNothing() throws InterruptedException {
        assertThat(next()).isEqualTo("all");
    }

    @AfterEach
    void close() {
        others.close();
        other.close();
        node.close();
        server.close();
    }

    @Test
    void onlyWhatAnotherProcessHasChangedIsForgotten() throws InterruptedException {
        String ours = stream();
        String theirs = stream();
        node.append(event(ours, 0), event(ours, 1));
        other.append(event(theirs, 0));
        node.append(event(ours, 2));
        other.append(event(ours, 3));
        assertThat(next()).isEqualTo(theirs);
        assertThat(next()).isEqualTo(ours);
        assertThat(forgotten).isEmpty();
    }

    @Test
    void whatIsRefusedIsNotExpectedToComeBack() throws InterruptedException {
        String stream = stream();
        var first = event(stream, 0);
        other.append(first);
        assertThat(next()).isEqualTo(stream);
        try {
            node.append(event(stream, 0));
        } catch (ConcurrencyException refused) {
            other.append(event(stream, 1));
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
        other.append(event(theirs, 0));
        assertThat(next()).isEqualTo(theirs);
    }

    private String next() throws InterruptedException {
        return String.valueOf(forgotten.poll(30, TimeUnit.SECONDS));
    }
}
