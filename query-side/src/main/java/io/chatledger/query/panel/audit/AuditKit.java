package io.chatledger.query.panel.audit;

import io.chatledger.query.FieldChange;
import io.chatledger.query.audit.Causation;
import io.chatledger.query.audit.EventView;
import io.chatledger.query.audit.Verification;
import io.chatledger.query.panel.KitPart;
import io.chatledger.query.panel.OnlyInDevelopment;
import io.chatledger.query.replay.Difference;
import io.chatledger.query.replay.ReplayView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events, changes, replays and verdicts, for the sheet of all parts. */
@Configuration(proxyBeanMethods = false)
@OnlyInDevelopment
class AuditKit {

    private static final Instant NOW = Instant.parse("2026-11-20T15:04:05Z");
    private static final String KEY = "5f0c1a52-0000-4000-8000-00000000000a";
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Bean
    KitPart auditKitPart() {
        EventView event = event("account", KEY);
        TimelineEntry entry = new TimelineEntry(event, false, "/panel");
        return new KitPart(
                "audit",
                List.of("audit/audit.css"),
                Map.of(
                        "narrowed",
                        new HistoryQuery("conversation", null, null, "account", null, null, null),
                        "entry",
                        entry,
                        "entries",
                        List.of(entry, new TimelineEntry(event("system", null), false, "/panel")),
                        "pageBefore",
                        "/panel",
                        "changes",
                        List.of(change("added"), change("changed"), change("removed")),
                        "cause",
                        cause(event),
                        "verdicts",
                        List.of(verdict(true), verdict(false)),
                        "maySign",
                        true,
                        "replays",
                        List.of(replay("building"), replay("ready"), replay("failed"), replay("expired")),
                        "building",
                        false));
    }

    private static EventView event(String actor, @Nullable String id) {
        return new EventView(
                12,
                "e-" + actor,
                "conversation.MessageQueued",
                2,
                KEY,
                "shop/conversation/" + KEY,
                3,
                NOW,
                NOW,
                new EventView.Actor(actor, id),
                "request-1",
                "command-1",
                "SendMessage",
                "command-1",
                json(
                        "{\"text\":\"¿A las 16:00?\",\"at\":\"2026-11-20T15:04:05Z\",\"to\":null,\"body\":{\"erased\":true},"
                                + "\"identities\":[{\"type\":\"phone\",\"value\":\"56911110001\"}]}"),
                actor.equals("system") ? null : HASH);
    }

    private static ShownChange change(String kind) {
        @Nullable JsonNode before = kind.equals("added") ? null : json("\"open\"");
        @Nullable JsonNode after = kind.equals("removed") ? null : json("\"in_progress\"");
        Difference difference = new Difference(KEY, kind, List.of(new FieldChange("status", before, after)));
        return ShownChange.of("conversation", difference, null);
    }

    private static Causation cause(EventView event) {
        Causation effect = node("effect", "conversation.MessageAccepted", 13L, List.of());
        Causation itself = node("event", event.type(), event.position(), List.of(effect));
        return node("request", null, null, List.of(node("command", "SendMessage", null, List.of(itself))));
    }

    private static Causation node(
            String kind, @Nullable String type, @Nullable Long position, List<Causation> children) {
        return new Causation(kind, "request-1", type, NOW, new EventView.Actor("account", KEY), position, children);
    }

    private static Verification verdict(boolean valid) {
        return new Verification(
                308,
                HASH,
                valid,
                valid ? null : 7L,
                valid ? null : "hash",
                310,
                new Verification.Signed(2, valid, 300L));
    }

    private static ReplayView replay(String status) {
        boolean failed = status.equals("failed");
        boolean ready = status.equals("ready");
        return new ReplayView(
                "replay-" + status,
                status,
                failed ? "event 7 cannot be read" : null,
                ready ? NOW : null,
                120,
                true,
                ready ? 120 : 60,
                120,
                1_800,
                NOW,
                ready ? NOW : null,
                0);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
