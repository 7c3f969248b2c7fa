package io.chatledger.query.audit;

import io.chatledger.kernel.account.Caller;
import io.chatledger.query.NotInThePast;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.RowId;
import io.chatledger.query.ShowsPersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The history itself over HTTP. */
@RestController
@NotInThePast
@RequestMapping("/api/v1/audit")
class AuditEventsApi {

    private static final String PERMISSION = "audit.read";

    private final AuditEvents events;

    AuditEventsApi(AuditEvents events) {
        this.events = events;
    }

    @GetMapping("/events")
    @ShowsPersonalData("audit-events")
    Page<EventView> find(
            Caller caller,
            @ModelAttribute EventFilter filter,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        caller.require(PERMISSION);
        return events.find(caller.tenant(), filter, Paging.of(limit, cursor));
    }

    /** @param id of the event, or its position */
    @GetMapping("/events/{id}")
    @ShowsPersonalData("audit-events")
    EventView one(Caller caller, @PathVariable String id) {
        caller.require(PERMISSION);
        return events.one(caller.tenant(), RowId.existing(id, "event"));
    }

    /** @param id of an event, or of a correlation */
    @GetMapping("/causation/{id}")
    @ShowsPersonalData("audit-events")
    Causation causation(Caller caller, @PathVariable String id) {
        caller.require(PERMISSION);
        return events.causation(caller.tenant(), RowId.existing(id, "event"));
    }

    /** @param id of an event, or its position */
    @GetMapping("/events/{id}/changes")
    @ShowsPersonalData("audit-events")
    EventChanges changes(Caller caller, @PathVariable String id) {
        caller.require(PERMISSION);
        return events.changes(caller.tenant(), RowId.existing(id, "event"));
    }
}
