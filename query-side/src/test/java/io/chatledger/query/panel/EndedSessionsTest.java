package io.chatledger.query.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.query.OpenSessions;
import io.chatledger.query.PlainTopic;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndedSessionsTest {

    private final Listener stays = new Listener(UUID.randomUUID(), PlainTopic.topics());
    private final Listener ends = new Listener(UUID.randomUUID(), PlainTopic.topics());
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final CountDownLatch askedAgain = new CountDownLatch(2);

    private final OpenSessions sessions = new OpenSessions() {
        @Override
        public Optional<UUID> current() {
            return Optional.empty();
        }

        @Override
        public Set<UUID> open(Collection<UUID> named) {
            askedAgain.countDown();
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
            return Set.of(stays.session());
        }
    };

    private final EndedSessions ended = new EndedSessions(sessions, () -> List.of(stays, ends));

    @AfterEach
    void stop() {
        ended.stop();
    }

    @Test
    void onlyTheStreamOfASessionThatHasEndedIsClosed() throws InterruptedException {
        // Also after the question could not be answered once.
        failures.add(new IllegalStateException("no database"));
        ended.start();

        assertThat(askedAgain.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(ends.signals().take(TimeUnit.SECONDS.toMillis(30))).isEmpty();
        assertThat(ends.signals().isClosed()).isTrue();
        assertThat(stays.signals().isClosed()).isFalse();
    }
}
