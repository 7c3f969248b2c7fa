package io.chatledger.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.sandbox.whatsapp.DemoConversation.Step;
import org.junit.jupiter.api.Test;

class DemoConversationTest {

    @Test
    void readsTheWholeScript() {
        assertThat(DemoConversation.all())
                .hasSize(12)
                .allSatisfy(conversation -> assertThat(conversation.steps()).isNotEmpty());
    }

    @Test
    void nobodyIsAnsweredOutsideTheServiceWindow() {
        assertThat(DemoConversation.all())
                .flatMap(DemoConversation::steps)
                .filteredOn(Step.CustomerWrites.class::isInstance)
                .extracting(step -> ((Step.CustomerWrites) step).minutesAgo())
                .allSatisfy(minutes -> assertThat(minutes).isBetween(0L, 20 * 60L));
    }
}
