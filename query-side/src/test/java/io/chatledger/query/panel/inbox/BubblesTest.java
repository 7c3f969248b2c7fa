package io.chatledger.query.panel.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.query.conversation.MessageView;
import io.chatledger.query.conversation.Sender;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BubblesTest {

    @Test
    void showsTheLastReactionOnTheMessageItIsFor() {
        List<Bubble> bubbles = Bubbles.of(List.of(
                message("m1", "text", "Hello", null, null),
                message("r1", "reaction", "👍", "m1", null),
                message("r2", "reaction", "❤️", "m1", null)));

        assertThat(bubbles)
                .singleElement()
                .satisfies(bubble -> assertThat(bubble.reactions()).containsExactly("❤️"));
    }

    @Test
    void forgetsAReactionThatWasTakenBack() {
        List<Bubble> bubbles = Bubbles.of(List.of(
                message("m1", "text", "Hello", null, null),
                message("r1", "reaction", "👍", "m1", null),
                message("r2", "reaction", null, "m1", null)));

        assertThat(bubbles)
                .singleElement()
                .satisfies(bubble -> assertThat(bubble.reactions()).isEmpty());
    }

    @Test
    void showsAReactionByItselfWhenItsMessageIsNotThere() {
        List<Bubble> bubbles = Bubbles.of(List.of(message("r1", "reaction", "👍", "long-ago", null)));

        assertThat(bubbles).extracting(Bubble::kind).containsExactly("reaction");
    }

    @Test
    void quotesWhatAMessageAnswers() {
        List<Bubble> bubbles = Bubbles.of(
                List.of(message("m1", "text", "When?", null, null), message("m2", "text", "At six", "m1", null)));

        assertThat(bubbles.getLast().quoted())
                .isNotNull()
                .extracting(MessageView::text)
                .isEqualTo("When?");
    }

    @Test
    void readsMalformedProviderDataWithoutFailing() {
        Map<String, Object> odd =
                Map.of("contacts", "not a list", "order", List.of(), "errors", Map.of(), "template", 7);
        Bubble bubble =
                Bubbles.of(List.of(message("m1", "contacts", null, null, odd))).getFirst();

        assertThat(bubble.cards()).isEmpty();
        assertThat(bubble.products()).isZero();
        assertThat(bubble.cause()).isNull();
        assertThat(bubble.template()).isNull();
    }

    @Test
    void callsATypeItDoesNotKnowOther() {
        assertThat(Bubbles.of(List.of(message("m1", "hologram", null, null, null))))
                .extracting(Bubble::kind)
                .containsExactly("other");
    }

    private static MessageView message(
            String id,
            String type,
            @Nullable String text,
            @Nullable String context,
            @Nullable Map<String, Object> attributes) {
        Sender sender = new Sender("customer", null);
        return new MessageView(
                id,
                "c",
                id,
                "inbound",
                sender,
                type,
                text,
                null,
                null,
                null,
                attributes,
                context,
                "received",
                List.of(),
                null,
                Instant.EPOCH);
    }
}
