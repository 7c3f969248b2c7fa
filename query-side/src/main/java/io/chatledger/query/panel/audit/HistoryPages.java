package io.chatledger.query.panel.audit;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.query.NotInThePast;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.RowId;
import io.chatledger.query.ShowsPersonalData;
import io.chatledger.query.ViewTopics;
import io.chatledger.query.audit.AuditEvents;
import io.chatledger.query.audit.EventFilter;
import io.chatledger.query.audit.EventView;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The history as a time line, and each event of it. */
@Controller
@NotInThePast
class HistoryPages {

    private static final int AT_ONCE = 50;
    private static final String MORE = "/panel/fragments/audit";

    private final AuditEvents events;
    private final ViewTopics topics;
    private final Set<String> types;
    private final List<String> features;

    HistoryPages(AuditEvents events, ViewTopics topics, Features features) {
        this.events = events;
        this.topics = topics;
        this.types = features.registry().all().keySet();
        this.features = features.all().stream()
                .filter(feature -> !feature.events().isEmpty())
                .map(Feature::name)
                .sorted()
                .toList();
    }

    @GetMapping("/panel/audit")
    @ShowsPersonalData("audit-events")
    String history(Caller caller, HistoryQuery query, Model model) {
        caller.require("audit.read");
        model.addAttribute("query", query);
        model.addAttribute("features", features);
        model.addAttribute("types", types);
        try {
            part(caller, query, null, model);
        } catch (DomainProblem refusal) {
            if (refusal.kind() != DomainProblem.Kind.INVALID) {
                throw refusal;
            }
            model.addAttribute("refused", true);
            model.addAttribute("entries", List.of());
        }
        return "panel/audit/history";
    }

    @GetMapping(MORE)
    @ShowsPersonalData("audit-events")
    String earlier(Caller caller, HistoryQuery query, @RequestParam @Nullable String cursor, Model model) {
        caller.require("audit.read");
        part(caller, query, cursor, model);
        return "panel/audit/parts :: entries";
    }

    /** @param id of the event, or its position */
    @GetMapping("/panel/audit/events/{id}")
    @ShowsPersonalData("audit-events")
    String event(Caller caller, @PathVariable String id, Model model) {
        details(caller, id, model);
        return "panel/audit/event";
    }

    @GetMapping(MORE + "/{id}")
    @ShowsPersonalData("audit-events")
    String opened(Caller caller, @PathVariable String id, Model model) {
        details(caller, id, model);
        return "panel/audit/parts :: opened";
    }

    private void part(Caller caller, HistoryQuery query, @Nullable String cursor, Model model) {
        Page<EventView> found = events.find(caller.tenant(), query.filter(), new Paging(AT_ONCE, cursor));
        String next = found.nextCursor();
        model.addAttribute(
                "entries",
                found.items().stream()
                        .map(event -> TimelineEntry.of(event, caller, topics))
                        .toList());
        model.addAttribute("earlier", next == null ? null : query.address(MORE, next));
    }

    private void details(Caller caller, String id, Model model) {
        caller.require("audit.read");
        EventView event = events.one(caller.tenant(), RowId.existing(id, "event"));
        String position = Long.toString(event.position());
        TimelineEntry entry = TimelineEntry.of(event, caller, topics);
        model.addAttribute("entry", entry);
        model.addAttribute("pageBefore", wasThere(caller, entry) ? entry.page() : "/panel");
        model.addAttribute("changes", changes(caller, position));
        model.addAttribute("cause", events.causation(caller.tenant(), position));
    }

    /** Null where nobody can tell, as an event is broken; it is shown all the same. */
    private @Nullable List<ShownChange> changes(Caller caller, String position) {
        try {
            return events.changes(caller.tenant(), position).rows().stream()
                    .map(ShownChange::of)
                    .toList();
        } catch (DomainProblem problem) {
            if (problem.code().equals("replay-failed")) {
                return null;
            }
            throw problem;
        }
    }

    /** Whether what the event is about was there the moment before: one command may have made and changed it. */
    private boolean wasThere(Caller caller, TimelineEntry entry) {
        EventFilter stream = new EventFilter(null, entry.event().stream(), null, null, null, null, null, "asc");
        return events.find(caller.tenant(), stream, Paging.first(1)).items().stream()
                .noneMatch(first -> first.recordedAt().isAfter(entry.before()));
    }
}
