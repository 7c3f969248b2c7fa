package io.chatledger.query.panel;

import io.chatledger.kernel.account.Caller;
import io.chatledger.query.Page;
import io.chatledger.query.channel.ChannelQueries;
import io.chatledger.query.channel.ChannelView;
import io.chatledger.query.conversation.ConversationQueries;
import io.chatledger.query.conversation.ConversationView;
import io.chatledger.query.conversation.MessageView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the inbox's three panes show. */
@Component
class Inbox {

    private static final int LATEST = 60;
    private static final int MOST = 200;

    private final ConversationQueries conversations;
    private final ChannelQueries channels;

    Inbox(ConversationQueries conversations, ChannelQueries channels) {
        this.conversations = conversations;
        this.channels = channels;
    }

    void list(Caller caller, ListQuery query, Model model) {
        Page<ConversationView> found = conversations.find(caller.tenant(), query.filter(), query.paging());
        Instant now = Instant.now();
        model.addAttribute("query", query);
        model.addAttribute("more", found.nextCursor() != null);
        model.addAttribute(
                "items",
                found.items().stream().map(one -> ListItem.of(one, now)).toList());
        if (found.items().isEmpty()) {
            model.addAttribute("channels", channels(caller));
        }
    }

    /** @param wanted how many messages; null for the usual number */
    void thread(Caller caller, String id, @Nullable Integer wanted, Model model) {
        int limit = wanted == null ? LATEST : Math.clamp(wanted, LATEST, MOST);
        ConversationView conversation = conversation(caller, id, model);
        List<MessageView> messages =
                conversations.latestMessages(caller.tenant(), id, limit).items();
        model.addAttribute("lines", Lines.of(messages));
        model.addAttribute("limit", limit);
        model.addAttribute("most", MOST);
        model.addAttribute("earlier", conversation.messageCount() > messages.size() && messages.size() >= limit);
    }

    void customer(Caller caller, String id, Model model) {
        ConversationView conversation = conversation(caller, id, model);
        channels(caller).stream()
                .filter(channel -> channel.id().equals(conversation.channelId()))
                .findFirst()
                .ifPresent(channel -> model.addAttribute("channel", channel));
    }

    private ConversationView conversation(Caller caller, String id, Model model) {
        if (model.getAttribute("conversation") instanceof ConversationView known) {
            return known;
        }
        ConversationView conversation = conversations.get(caller.tenant(), id);
        model.addAttribute("conversation", conversation);
        model.addAttribute("customer", new Customer(conversation.contact()));
        model.addAttribute("mayWrite", caller.may("conversations.write"));
        model.addAttribute("me", caller.accountId().key());
        return conversation;
    }

    private List<ChannelView> channels(Caller caller) {
        return caller.may("channels.read") ? channels.all(caller.tenant()) : List.of();
    }
}
