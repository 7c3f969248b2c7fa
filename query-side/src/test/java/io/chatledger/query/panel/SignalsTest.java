package io.chatledger.query.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.query.PlainTopic;
import io.chatledger.query.ReadModelChange;
import org.junit.jupiter.api.Test;

class SignalsTest {

    private final Signals signals = new Signals(PlainTopic.topics());

    @Test
    void raisesEachNameOnceUntilItIsTaken() throws InterruptedException {
        signals.changed(new ReadModelChange("parcel_view", "p1"));
        signals.changed(new ReadModelChange("parcel_view", "p1"));
        signals.changed(new ReadModelChange("parcel_view", "p2"));

        assertThat(signals.take(0)).containsExactly("all-parcel", "parcel-p1", "parcel-p2");
        assertThat(signals.take(0)).isEmpty();
    }

    @Test
    void concernsEverythingWhenChangesMayHaveBeenMissed() throws InterruptedException {
        signals.changed(ReadModelChange.ANYTHING);

        assertThat(signals.take(0)).contains("parcel-*", "depots");
    }

    @Test
    void staysSmallForAListenerThatNeverTakes() throws InterruptedException {
        for (int i = 0; i < 10_000; i++) {
            signals.changed(new ReadModelChange("parcel_view", "p" + i));
        }

        assertThat(signals.take(0)).hasSizeLessThan(110).contains("parcel-*", "depots");
    }

    @Test
    void keepsQuietAboutWhatNoPageShows() throws InterruptedException {
        signals.changed(new ReadModelChange("ledger_view", "x1"));

        assertThat(signals.take(0)).isEmpty();
    }

    @Test
    void endsTheWaitWhenClosed() throws InterruptedException {
        signals.close();

        assertThat(signals.take(Long.MAX_VALUE / 2_000_000)).isEmpty();
    }
}
