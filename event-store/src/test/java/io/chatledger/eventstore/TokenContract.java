package io.chatledger.eventstore;

import static io.chatledger.eventstore.Tallies.counted;
import static io.chatledger.eventstore.Tallies.later;
import static io.chatledger.eventstore.Tallies.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.eventstore.TallyEvent.Counted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;

/** A token n stands for all events up to the n-th; the first is 1. */
interface TokenContract extends EngineTest {

    Duration STEP = Duration.ofMillis(5);

    @Test
    default void whoBeginsAtTheTailBeginsWithThePositionOne() throws InterruptedException {
        node().append(counted(stream(), 0));
        TrackingToken tail = node().store().createTailToken();
        assertThat(Reading.positions(Reading.after(node(), tail, 1))).containsExactly(1L);
        assertThat(Reading.positions(Reading.after(node(), null, 1))).containsExactly(1L);
        assertThat(tail == null ? 0 : tail.position().orElse(0)).isZero();
    }

    @Test
    default void whoBeginsAtTheHeadSeesOnlyWhatComesAfter() throws InterruptedException {
        node().append(counted(stream(), 0), counted(stream(), 0));
        TrackingToken head = node().store().createHeadToken();
        DomainEventMessage<?> next = counted(stream(), 0);
        node().append(next);
        long position = head.position().orElseThrow() + 1;
        assertThat(Reading.told(Reading.after(node(), head, 1))).isEqualTo(Reading.told(position, next));
        assertThat(node().head()).isEqualTo(position);
    }

    @Test
    default void theHeadIsTheSameOnEveryNodeAndTheTokenOfTheLastEvent() throws InterruptedException {
        long before = node().head();
        node().append(counted(stream(), 0), counted(stream(), 0), counted(stream(), 0));
        try (EngineUnderTest other = node().another()) {
            assertThat(List.of(node().head(), other.head())).containsOnly(before + 3);
        }
        assertThat(Reading.after(node(), before + 2, 1))
                .extracting(TrackedEventMessage::trackingToken)
                .containsExactly(node().store().createHeadToken());
    }

    @Test
    default void aTokenStandsForAllUpToIt() throws InterruptedException {
        long before = node().head();
        node().append(counted(stream(), 0), counted(stream(), 0));
        node().append(counted(stream(), 0));
        List<TrackedEventMessage<?>> all = Reading.after(node(), before, 3);
        for (int seen = 1; seen <= 3; seen++) {
            TrackingToken token = all.get(seen - 1).trackingToken();
            assertThat(token.position()).hasValue(before + seen);
            assertThat(Reading.told(Reading.after(node(), token, 3 - seen)))
                    .isEqualTo(Reading.told(all.subList(seen, 3)));
        }
    }

    @Test
    default void aTokenAtATimeLeavesOutWhatWasBeforeIt() {
        Instant first = later(STEP);
        Instant second = later(STEP);
        long before = node().head();
        node().append(at(first));
        node().append(at(second));
        assertThat(positionAt(first)).isEqualTo(before);
        assertThat(positionAt(first.plus(STEP.dividedBy(2)))).isEqualTo(before + 1);
        assertThat(positionAt(second)).isEqualTo(before + 1);
        assertThat(positionAt(second.plus(STEP))).isEqualTo(node().head());
        assertThat(positionAt(Instant.EPOCH)).isZero();
    }

    private long positionAt(Instant time) {
        TrackingToken token = node().store().createTokenAt(time);
        return token == null ? 0 : token.position().orElse(0);
    }

    private static DomainEventMessage<?> at(Instant time) {
        String stream = stream();
        return Tallies.of(stream, 0, new Counted(stream, 1, "", time), time);
    }
}
