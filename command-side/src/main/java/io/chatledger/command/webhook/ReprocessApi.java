package io.chatledger.command.webhook;

import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.problem.DomainProblem;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Has a journalled delivery processed once more, for instance after its channel was connected. */
@RestController
class ReprocessApi {

    record Reprocessing(String id, String status) {}

    private final Deliveries deliveries;
    private final WebhookJournal journal;
    private final Backlog backlog;

    ReprocessApi(Deliveries deliveries, WebhookJournal journal, Backlog backlog) {
        this.deliveries = deliveries;
        this.journal = journal;
        this.backlog = backlog;
    }

    @PostMapping("/api/v1/webhook-journal/{id}/reprocess")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Reprocessing reprocess(Caller caller, @PathVariable String id) {
        caller.require("journal.write");
        UUID row = row(id);
        if (!deliveries.exists(caller.tenant(), row)) {
            throw DomainProblem.notFound("delivery");
        }
        if (!journal.reopen(row, caller.tenant())) {
            throw DomainProblem.conflict("body-removed", "What was delivered has been removed, as retention has it.");
        }
        backlog.fallBehind();
        return new Reprocessing(id, "received");
    }

    private static UUID row(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noUuid) {
            throw DomainProblem.notFound("delivery");
        }
    }
}
