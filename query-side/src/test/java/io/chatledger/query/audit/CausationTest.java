package io.chatledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.query.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class CausationTest {

    private static final Set<String> EFFECTS = Set.of("parcel.Delivered");

    private final List<EventView> events = new ArrayList<>();

    @Test
    void theEventsOfOneCommandHangBelowIt() {
        event("e1", "conversation.ConversationOpened", "k1", null);
        event("e2", "conversation.MessageReceived", "k1", null);

        assertThat(tree()).isEqualTo("request(command(event e1, event e2))");
    }

    @Test
    void aCommandHangsBelowTheEventThatItReactsTo() {
        event("e1", "conversation.MessageQueued", "k1", null);
        event("e2", "conversation.SendingStarted", "k2", "e1");
        event("e3", "conversation.ConversationRead", "k3", null);

        assertThat(tree()).isEqualTo("request(command(event e1(command(event e2))), command(event e3))");
    }

    @Test
    void whatCameOfSomethingDoneOutsideIsAnEffect() {
        event("e1", "parcel.Delivered", "k1", null);

        assertThat(tree()).isEqualTo("request(command(effect e1))");
    }

    @Test
    void aWebhookIsTheRootOfWhatItLedTo() {
        event("e1", "webhook.DeliveryReceived", "k1", null);

        assertThat(Causation.tree("c1", events, EFFECTS).kind()).isEqualTo("webhook");
        assertThat(Causation.tree("another", events, EFFECTS).kind()).isEqualTo("request");
    }

    @Test
    void aCauseThatIsUnknownOrComesLaterIsNone() {
        event("e1", "conversation.TopicSet", "k1", "e2");
        event("e2", "conversation.TopicSet", "k2", "nowhere");

        assertThat(tree()).isEqualTo("request(command(event e1), command(event e2))");
    }

    @Test
    void anEventThatSaysNothingOfItsCommandHasOneOfItsOwn() {
        event("e1", "conversation.TopicSet", null, null);
        event("e2", "conversation.TopicSet", null, null);

        assertThat(tree()).isEqualTo("request(command(event e1), command(event e2))");
    }

    private void event(String id, String type, @Nullable String command, @Nullable String cause) {
        EventView.Actor actor = new EventView.Actor("system", null);
        events.add(new EventView(
                events.size(),
                id,
                type,
                1,
                "c1",
                "shop/conversation/c1",
                events.size(),
                Rows.START,
                Rows.START,
                actor,
                "c",
                cause,
                null,
                command,
                JsonNodeFactory.instance.objectNode(),
                null));
    }

    private String tree() {
        return told(Causation.tree("r1", events, EFFECTS));
    }

    private static String told(Causation node) {
        String name = node.position() == null ? node.kind() : node.kind() + " " + node.id();
        return node.children().isEmpty()
                ? name
                : name + node.children().stream().map(CausationTest::told).collect(Collectors.joining(", ", "(", ")"));
    }
}
