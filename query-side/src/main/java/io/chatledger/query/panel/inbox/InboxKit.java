package io.chatledger.query.panel.inbox;

import io.chatledger.query.contact.ContactView;
import io.chatledger.query.conversation.AuthorView;
import io.chatledger.query.conversation.ContactSummary;
import io.chatledger.query.conversation.ConversationView;
import io.chatledger.query.conversation.IdentityView;
import io.chatledger.query.conversation.LastMessage;
import io.chatledger.query.conversation.Note;
import io.chatledger.query.conversation.Window;
import io.chatledger.query.panel.KitPart;
import io.chatledger.query.panel.OnlyInDevelopment;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The inbox's rows, bubbles, thread and customer, for the sheet of all parts. */
@Configuration(proxyBeanMethods = false)
@OnlyInDevelopment
class InboxKit {

    private static final Instant NOW = Instant.parse("2026-11-20T15:04:05Z");
    private static final ContactSummary ANA = new ContactSummary(
            "k-ana",
            "Ana Paz del Río",
            List.of(new IdentityView("phone", "56911110001"), new IdentityView("username", "ana.paz")),
            null);
    private static final ContactSummary NAMELESS =
            new ContactSummary("k-2", null, List.of(new IdentityView("phone", "56911110002")), null);
    private static final ContactSummary ERASED = new ContactSummary("k-3", null, List.of(), NOW);

    @Bean
    KitPart inboxKitPart() {
        ConversationView open = conversation("k1", ANA, "in_progress", "human", 0, new Window(true, in(20)));
        return new KitPart(
                "inbox",
                List.of("inbox/inbox.css", "inbox/thread.css"),
                Map.ofEntries(
                        Map.entry("query", new InboxQuery(null, null, null)),
                        Map.entry("more", true),
                        Map.entry("items", items(open)),
                        Map.entry("channels", List.of()),
                        Map.entry("conversation", open),
                        Map.entry("shut", conversation("k9", ANA, "closed", "bot", 0, new Window(false, in(-3)))),
                        Map.entry("customer", new Customer(ANA)),
                        Map.entry("bubbles", BubbleSamples.all()),
                        Map.entry("earlier", "cursor"),
                        Map.entry("mayWrite", true),
                        Map.entry("mayErase", true),
                        Map.entry("me", "k-me"),
                        Map.entry("export", "#main"),
                        Map.entry(
                                "consents",
                                List.of(
                                        new ContactView.Consent("marketing", true, "web", NOW, NOW),
                                        new ContactView.Consent("reminders", false, "phone", NOW, NOW)))));
    }

    private static List<InboxItem> items(ConversationView open) {
        return List.of(
                InboxItem.of(open, NOW),
                InboxItem.of(conversation("k2", NAMELESS, "open", "bot", 3, new Window(true, in(2))), NOW),
                InboxItem.of(conversation("k3", ERASED, "closed", "bot", 0, new Window(false, null)), NOW),
                InboxItem.of(conversation("k4", ANA, "archived", "human", 120, new Window(false, in(-9))), NOW));
    }

    private static ConversationView conversation(
            String id, ContactSummary contact, String status, String owner, int unread, Window window) {
        boolean said = contact != ERASED;
        @Nullable
        LastMessage last =
                said ? new LastMessage("m", unread > 0 ? "inbound" : "outbound", "text", "¿Tienen hora?", NOW) : null;
        return new ConversationView(
                id,
                contact,
                "channel",
                status,
                "sale",
                owner,
                1,
                owner.equals("human") ? "k-me" : null,
                last,
                unread,
                12,
                window,
                id.equals("k4") ? "k1" : null,
                id.equals("k1") ? List.of("k4") : List.of(),
                NOW.minus(40, ChronoUnit.DAYS),
                NOW,
                List.of(
                        new Note("n1", "Prefiere la tarde.", new AuthorView("account", "k-me"), NOW),
                        new Note("n2", "Pidió factura.", new AuthorView("bot", null), NOW)));
    }

    private static Instant in(int hours) {
        return NOW.plus(hours, ChronoUnit.HOURS);
    }
}
