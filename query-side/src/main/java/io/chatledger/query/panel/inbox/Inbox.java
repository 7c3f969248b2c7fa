package io.chatledger.query.panel.inbox;

import io.chatledger.kernel.account.Caller;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.Past;
import io.chatledger.query.channel.ChannelQueries;
import io.chatledger.query.channel.ChannelView;
import io.chatledger.query.contact.ContactQueries;
import io.chatledger.query.contact.ContactView;
import io.chatledger.query.conversation.ConversationQueries;
import io.chatledger.query.conversation.ConversationView;
import io.chatledger.query.conversation.MessageView;
import io.chatledger.query.panel.LinksToThePast;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the inbox's three panes show. */
@Component
class Inbox {

    private static final int AT_ONCE = 60;

    private final ConversationQueries conversations;
    private final ChannelQueries channels;
    private final ContactQueries contacts;

    Inbox(ConversationQueries conversations, ChannelQueries channels, ContactQueries contacts) {
        this.conversations = conversations;
        this.channels = channels;
        this.contacts = contacts;
    }

    void list(Caller caller, InboxQuery query, Model model) {
        Page<ConversationView> found = conversations.find(caller.tenant(), query.filter(), query.paging());
        Instant now = Past.now(InstantSource.system());
        model.addAttribute("query", query);
        model.addAttribute("more", found.nextCursor() != null);
        model.addAttribute(
                "items",
                found.items().stream().map(one -> InboxItem.of(one, now)).toList());
        if (found.items().isEmpty()) {
            model.addAttribute("channels", channels(caller));
        }
    }

    void thread(Caller caller, String id, Model model) {
        conversation(caller, id, model);
        messages(conversations.latestMessages(caller.tenant(), id, AT_ONCE), model);
    }

    /** @param cursor of what is shown already */
    void earlier(Caller caller, String id, String cursor, Model model) {
        conversation(caller, id, model);
        messages(conversations.earlierMessages(caller.tenant(), id, new Paging(AT_ONCE, cursor)), model);
    }

    private static void messages(Page<MessageView> messages, Model model) {
        model.addAttribute("bubbles", Bubbles.of(messages.items()));
        model.addAttribute("earlier", messages.nextCursor());
    }

    void customer(Caller caller, String id, Model model) {
        ConversationView conversation = conversation(caller, id, model);
        channels(caller).stream()
                .filter(channel -> channel.id().equals(conversation.channelId()))
                .findFirst()
                .ifPresent(channel -> model.addAttribute("channel", channel));
        boolean known = conversation.contact().erasedAt() == null;
        model.addAttribute("consents", consents(caller, conversation.contact().id()));
        if (known && caller.may("contacts.export")) {
            String export = "/api/v1/contacts/" + conversation.contact().id() + "/export?format=html";
            model.addAttribute("export", LinksToThePast.dated(export));
        }
        model.addAttribute("mayErase", known && caller.may("contacts.erase") && Past.current() == null);
    }

    /** What holds now: of each purpose what was said last. */
    private Collection<ContactView.Consent> consents(Caller caller, String contact) {
        Map<String, ContactView.Consent> last = new LinkedHashMap<>();
        if (caller.may("contacts.read")) {
            contacts.find(caller.tenant(), contact)
                    .ifPresent(known -> known.consents().forEach(consent -> last.put(consent.purpose(), consent)));
        }
        return last.values();
    }

    private ConversationView conversation(Caller caller, String id, Model model) {
        if (model.getAttribute("conversation") instanceof ConversationView known) {
            return known;
        }
        ConversationView conversation = conversations.get(caller.tenant(), id);
        model.addAttribute("conversation", conversation);
        model.addAttribute("customer", new Customer(conversation.contact()));
        boolean goesOn = conversation.mergedIntoId() == null;
        model.addAttribute("mayWrite", goesOn && caller.may("conversations.write") && Past.current() == null);
        model.addAttribute("me", caller.accountId().key());
        return conversation;
    }

    private List<ChannelView> channels(Caller caller) {
        return caller.may("channels.read") ? channels.all(caller.tenant()) : List.of();
    }
}
