package io.chatledger.command.webhook;

import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.problem.Refuses;
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

    /**
     * Has a delivery processed once more.
     *
     * <p>For instance after its number was connected. What it has done before is not done a second time.
     *
     * @return the delivery's id, and {@code received}
     */
    @PostMapping("/api/v1/webhook-journal/{id}/reprocess")
    @Allowed("journal.write")
    @Refuses("body-removed")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Reprocessing reprocess(Caller caller, @PathVariable String id) {
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
