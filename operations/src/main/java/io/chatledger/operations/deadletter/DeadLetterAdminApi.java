package io.chatledger.operations.deadletter;

import io.chatledger.command.Commands;
import io.chatledger.command.OnceStored;
import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.deadletter.DeadLetterCommand.DiscardDeadLetter;
import io.chatledger.kernel.deadletter.DeadLetterId;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.problem.Refuses;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.projection.FailureCause;
import io.chatledger.projection.deadletter.DeadLetters;
import io.chatledger.query.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events that could not be handled, for super-admins: seen, tried again, or given up with a reason. */
@RestController
@RequestMapping("/api/v1/admin/dead-letters")
class DeadLetterAdminApi {

    private static final String PERMISSION = "platform.dead-letters";

    /** @param reason why, for the record */
    record Discarding(@NotBlank @Size(max = 500) String reason) {}

    record Discarded(String id, String status, long lettersInSequence) {}

    /** @param result {@code done} or {@code failing} */
    record Retried(
            String result,
            long done,
            long lettersInSequence,
            @Nullable FailureCause cause) {}

    private final DeadLetterList list;
    private final AutomationLetters automations;
    private final ObjectProvider<DeadLetters> projections;
    private final ObjectProvider<Commands> commands;
    private final InstantSource clock;

    DeadLetterAdminApi(
            DeadLetterList list,
            AutomationLetters automations,
            ObjectProvider<DeadLetters> projections,
            ObjectProvider<Commands> commands,
            InstantSource clock) {
        this.list = list;
        this.automations = automations;
        this.projections = projections;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Lists the events that could not be handled.
     *
     * @param processor only those of this event processor
     * @param tenant only those of the tenant with this id
     */
    @GetMapping
    @Allowed(PERMISSION)
    DeadLetterList.Part find(
            Caller caller,
            @RequestParam(required = false) @Nullable String processor,
            @RequestParam(required = false) @Nullable String tenant,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list.find(processor, tenant, Paging.of(limit, null).limit(), cursor);
    }

    /**
     * Tries once more to handle an event, and those that wait behind it.
     *
     * @return how that went
     */
    @PostMapping("/{id}/retry")
    @Allowed(PERMISSION)
    @Refuses("not-here")
    Retried retry(@PathVariable String id, Caller caller) {
        DeadLetterView letter = named(id);
        if (letter.projection() == null) {
            automations.retry(letter);
            long left = list.inSequence(letter);
            return new Retried(left == 0 ? "done" : "failing", letter.lettersInSequence() - left, left, null);
        }
        DeadLetters.Retried retried = projections().retry(id);
        return new Retried(
                retried.cause() == null ? "done" : "failing", retried.done(), list.inSequence(letter), retried.cause());
    }

    /**
     * Gives up on an event, with a reason that goes on record.
     *
     * <p>Whoever is cut short does the same once more.
     *
     * @return what is left of its sequence
     */
    @PostMapping("/{id}/discard")
    @Allowed(PERMISSION)
    @Refuses("not-here")
    Discarded discard(@PathVariable String id, @Valid @RequestBody Discarding body, Caller caller) {
        DeadLetterView letter = named(id);
        DeadLetters ofProjections = letter.projection() == null ? null : projections();
        record(letter, body.reason().strip(), caller);
        return OnceStored.orUnknown("That it is given up is on record; ask again to have it removed.", () -> {
            if (ofProjections == null) {
                automations.discard(letter);
            } else {
                ofProjections.discard(id);
            }
            return new Discarded(id, "discarded", list.inSequence(letter));
        });
    }

    private void record(DeadLetterView letter, String reason, Caller caller) {
        TenantId tenant = new TenantId(letter.tenant());
        Commands here = commands.getIfAvailable();
        if (here == null) {
            throw elsewhere();
        }
        here.send(
                new DiscardDeadLetter(
                        DeadLetterId.of(tenant, UUID.fromString(letter.id())),
                        letter.processor(),
                        letter.projection(),
                        letter.eventType(),
                        letter.eventId(),
                        reason,
                        clock.instant()),
                Origin.of(tenant, caller.actor()));
    }

    private DeadLetters projections() {
        DeadLetters here = projections.getIfAvailable();
        if (here == null) {
            throw elsewhere();
        }
        return here;
    }

    private DeadLetterView named(String id) {
        return list.named(id).orElseThrow(() -> DomainProblem.notFound("dead letter"));
    }

    static DomainProblem elsewhere() {
        return DomainProblem.conflict("not-here", "Another process does this work: ask there.");
    }
}
