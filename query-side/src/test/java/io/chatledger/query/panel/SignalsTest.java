package io.chatledger.query.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.query.ReadModelChange;
import org.junit.jupiter.api.Test;

class SignalsTest {

    private final Signals signals = new Signals();

    @Test
    void raisesEachNameOnceUntilItIsTaken() throws InterruptedException {
        signals.changed(new ReadModelChange("message_view", "c1"));
        signals.changed(new ReadModelChange("conversation_view", "c1"));

        assertThat(signals.take(0)).containsExactly("conversations", "thread-c1");
        assertThat(signals.take(0)).isEmpty();
    }

    @Test
    void concernsAnyThreadWhenManyRowsChanged() throws InterruptedException {
        signals.changed(new ReadModelChange("message_view", "*"));

        assertThat(signals.take(0)).containsExactly("conversations", "thread-*");
    }

    @Test
    void concernsAnyThreadWhenADeliveryStatusChanged() throws InterruptedException {
        signals.changed(new ReadModelChange("message_status_view", "some-status"));

        assertThat(signals.take(0)).containsExactly("thread-*");
    }

    @Test
    void concernsEverythingWhenChangesMayHaveBeenMissed() throws InterruptedException {
        signals.changed(ReadModelChange.ANYTHING);

        assertThat(signals.take(0)).containsExactly("conversations", "thread-*", "channels");
    }

    @Test
    void staysSmallForAListenerThatNeverTakes() throws InterruptedException {
        for (int i = 0; i < 10_000; i++) {
            signals.changed(new ReadModelChange("message_view", "c" + i));
        }

        assertThat(signals.take(0)).hasSizeLessThan(110).contains("thread-*");
    }

    @Test
    void keepsQuietAboutWhatNoPageShows() throws InterruptedException {
        signals.changed(new ReadModelChange("webhook_journal_view", "d1"));

        assertThat(signals.take(0)).isEmpty();
    }

    @Test
    void endsTheWaitWhenClosed() throws InterruptedException {
        signals.close();

        assertThat(signals.take(Long.MAX_VALUE / 2_000_000)).isEmpty();
    }
}
