package io.chatledger.query.panel.inbox;

import io.chatledger.query.conversation.MessageView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a thread together: reactions go to what they react to, answers get what they answer. */
final class Bubbles {

    private final Map<String, MessageView> byProviderId = new HashMap<>();
    private final Map<String, Map<String, String>> reactions = new HashMap<>();

    private Bubbles(List<MessageView> messages) {
        for (MessageView message : messages) {
            String providerId = message.providerMessageId();
            if (providerId != null && !isReaction(message)) {
                byProviderId.put(providerId, message);
            }
        }
        messages.stream().filter(Bubbles::isReaction).forEach(this::react);
    }

    /** @param messages oldest first */
    static List<Bubble> of(List<MessageView> messages) {
        Bubbles bubbles = new Bubbles(messages);
        List<Bubble> shown = new ArrayList<>();
        for (MessageView message : messages) {
            if (!isReaction(message) || bubbles.context(message) == null) {
                shown.add(new Bubble(message, bubbles.context(message), bubbles.reactionsTo(message)));
            }
        }
        return shown;
    }

    /** Each side has one reaction to a message: the last; an empty one takes it back. */
    private void react(MessageView reaction) {
        String target = reaction.contextMessageId();
        if (target == null) {
            return;
        }
        Map<String, String> given = reactions.computeIfAbsent(target, key -> new LinkedHashMap<>());
        String emoji = reaction.text();
        if (emoji == null || emoji.isBlank()) {
            given.remove(reaction.direction());
        } else {
            given.put(reaction.direction(), emoji);
        }
    }

    private @Nullable MessageView context(MessageView message) {
        String id = message.contextMessageId();
        return id == null ? null : byProviderId.get(id);
    }

    private List<String> reactionsTo(MessageView message) {
        String id = message.providerMessageId();
        Map<String, String> given = id == null ? null : reactions.get(id);
        return given == null ? List.of() : List.copyOf(given.values());
    }

    private static boolean isReaction(MessageView message) {
        return message.type().equals("reaction");
    }
}
