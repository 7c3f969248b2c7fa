package io.chatledger.query.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.query.conversation.MessageView;
import io.chatledger.query.conversation.Sender;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void showsTheLastReactionOnTheMessageItIsFor() {
        List<Line> lines = Lines.of(List.of(
                message("m1", "text", "Hello", null, null),
                message("r1", "reaction", "👍", "m1", null),
                message("r2", "reaction", "❤️", "m1", null)));

        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line.reactions()).containsExactly("❤️"));
    }

    @Test
    void forgetsAReactionThatWasTakenBack() {
        List<Line> lines = Lines.of(List.of(
                message("m1", "text", "Hello", null, null),
                message("r1", "reaction", "👍", "m1", null),
                message("r2", "reaction", null, "m1", null)));

        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line.reactions()).isEmpty());
    }

    @Test
    void showsAReactionByItselfWhenItsMessageIsNotThere() {
        List<Line> lines = Lines.of(List.of(message("r1", "reaction", "👍", "long-ago", null)));

        assertThat(lines).extracting(Line::kind).containsExactly("reaction");
    }

    @Test
    void quotesWhatAMessageAnswers() {
        List<Line> lines = Lines.of(
                List.of(message("m1", "text", "When?", null, null), message("m2", "text", "At six", "m1", null)));

        assertThat(lines.getLast().quoted())
                .isNotNull()
                .extracting(MessageView::text)
                .isEqualTo("When?");
    }

    @Test
    void readsMalformedProviderDataWithoutFailing() {
        Map<String, Object> odd =
                Map.of("contacts", "not a list", "order", List.of(), "errors", Map.of(), "template", 7);
        Line line =
                Lines.of(List.of(message("m1", "contacts", null, null, odd))).getFirst();

        assertThat(line.cards()).isEmpty();
        assertThat(line.products()).isZero();
        assertThat(line.cause()).isNull();
        assertThat(line.template()).isNull();
    }

    @Test
    void callsATypeItDoesNotKnowOther() {
        assertThat(Lines.of(List.of(message("m1", "hologram", null, null, null))))
                .extracting(Line::kind)
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
