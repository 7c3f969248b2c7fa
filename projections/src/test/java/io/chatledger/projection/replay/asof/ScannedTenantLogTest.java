package io.chatledger.projection.replay.asof;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.conversation.ConversationEvent.OfConversation;
import io.chatledger.kernel.conversation.ConversationEvent.TakenOver;
import io.chatledger.projection.Fact;
import io.chatledger.projection.RecordedEvents;
import io.chatledger.projection.SampleConversation;
import io.chatledger.projection.SampleHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class ScannedTenantLogTest {

    private static final int EVENTS = 3_000;

    private final List<Fact> facts = SampleHistory.of(7, EVENTS);
    private final SampleConversation conversation = new SampleConversation(SampleHistory.TENANTS.getFirst(), 0);

    @Test
    void aStreamIsReadWholeInOrderAndAlone() {
        assertThat(read(OfConversation.class, Long.MAX_VALUE)).isNotEmpty().isEqualTo(expected(EVENTS));
    }

    @Test
    void aStreamIsReadUpToAPosition() {
        assertThat(read(OfConversation.class, 1_000)).isNotEmpty().isEqualTo(expected(1_000));
        assertThat(read(OfConversation.class, 0)).isEmpty();
    }

    @Test
    void whatIsNotWantedIsPassedBy() {
        assertThat(read(TakenOver.class, EVENTS))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event).isInstanceOf(TakenOver.class));
    }

    private List<Object> read(Class<? extends OfConversation> family, long upTo) {
        RecordedEvents history = new RecordedEvents();
        history.record(facts);
        List<Object> read = new ArrayList<>();
        new ScannedTenantLog(history)
                .readStream(
                        conversation.id(),
                        upTo,
                        Set.of(family),
                        portion -> portion.stream()
                                .map(TrackedEventMessage::getPayload)
                                .forEach(read::add));
        return read;
    }

    private List<Object> expected(int upTo) {
        return facts.subList(0, upTo).stream()
                .<Object>map(Fact::event)
                .filter(event -> event instanceof OfConversation of
                        && of.conversationId().equals(conversation.id()))
                .toList();
    }
}
