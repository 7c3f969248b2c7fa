package io.chatledger.query.audit;

import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.problem.Refuses;
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

    /**
     * Lists the events themselves.
     */
    @GetMapping("/events")
    @Allowed(PERMISSION)
    @Refuses({"hash-chain-off", "too-long"})
    @ShowsPersonalData("audit-events")
    Page<EventView> find(
            Caller caller,
            @ModelAttribute EventFilter filter,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return events.find(caller.tenant(), filter, Paging.of(limit, cursor));
    }

    /**
     * Shows an event.
     *
     * @param id of the event, or its position
     */
    @GetMapping("/events/{id}")
    @Allowed(PERMISSION)
    @Refuses("hash-chain-off")
    @ShowsPersonalData("audit-events")
    EventView one(Caller caller, @PathVariable String id) {
        return events.one(caller.tenant(), RowId.existing(id, "event"));
    }

    /**
     * Shows what led to what.
     *
     * @param id of an event, or of a correlation
     */
    @GetMapping("/causation/{id}")
    @Allowed(PERMISSION)
    @Refuses({"hash-chain-off", "too-long"})
    @ShowsPersonalData("audit-events")
    Causation causation(Caller caller, @PathVariable String id) {
        return events.causation(caller.tenant(), RowId.existing(id, "event"));
    }

    /**
     * Shows what an event changed, field by field.
     *
     * @param id of the event, or its position
     */
    @GetMapping("/events/{id}/changes")
    @Allowed(PERMISSION)
    @Refuses({"hash-chain-off", "replay-failed"})
    @ShowsPersonalData("audit-events")
    EventChanges changes(Caller caller, @PathVariable String id) {
        return events.changes(caller.tenant(), RowId.existing(id, "event"));
    }
}
