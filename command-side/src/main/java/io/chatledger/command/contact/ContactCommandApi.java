package io.chatledger.command.contact;

import io.chatledger.command.OnceStored;
import io.chatledger.command.request.ApiCommands;
import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.contact.ContactCommand.MergeContacts;
import io.chatledger.kernel.contact.ContactCommand.RecordConsent;
import io.chatledger.kernel.contact.ContactCommand.UnmergeContact;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.problem.Refuses;
import io.chatledger.kernel.tenant.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What customers may ask of a business about themselves: to be forgotten, and what they agree to. */
@RestController
@RequestMapping("/api/v1/contacts/{id}")
class ContactCommandApi {

    private final ApiCommands commands;
    private final Erasure erasure;
    private final InstantSource clock;

    ContactCommandApi(ApiCommands commands, Erasure erasure, InstantSource clock) {
        this.commands = commands;
        this.erasure = erasure;
        this.clock = clock;
    }

    /** @param reason why, for the record; nothing personal */
    record EraseRequest(@NotBlank @Size(max = 500) String reason) {}

    /** @param intoId of the contact that stands for both from then on */
    record MergeRequest(@NotBlank @Size(max = 36) String intoId) {}

    /** @param mergeId what the merge answered: the id of the contact that was merged away, one of {@code mergedIds} */
    record UnmergeRequest(@NotBlank @Size(max = 36) String mergeId) {}

    /**
     * What somebody agrees to.
     *
     * @param purpose what for, such as {@code marketing}
     * @param granted false where it is withdrawn
     * @param source where they said so, such as {@code web-form}
     * @param givenAt when they said so, not in the future; now where it is absent
     */
    record ConsentRequest(
            @NotBlank @Size(max = 64) @Pattern(regexp = "[a-z0-9-]+")
            String purpose,

            @NotNull Boolean granted,

            @NotBlank @Size(max = 64) @Pattern(regexp = "[a-z0-9-]+")
            String source,

            @Nullable Instant givenAt) {}

    /**
     * Erases a person, for good.
     *
     * <p>The key of everything that the events say of the person is destroyed, so that the history keeps its shape and
     * loses the person. It cannot be undone; erasing again changes nothing.
     *
     * @return the contact's id and status
     */
    @PostMapping("/erase")
    @Allowed("contacts.erase")
    ResponseEntity<Map<String, Object>> erase(
            @PathVariable String id, @Valid @RequestBody EraseRequest body, Caller caller, HttpServletRequest request) {
        ContactId contact = contact(caller.tenant(), id);
        Origin origin = Origin.of(caller.tenant(), caller.actor());
        Map<String, Object> erased = Map.of("id", id, "status", "erased");
        Map<String, Object> answer = erasure.decide(
                contact, body.reason(), origin, decision -> commands.once(request, origin, decision, body, erased));
        OnceStored.orUnknown("The person is being forgotten; ask again to hear that it is done.", () -> {
            erasure.complete(contact, origin);
            return answer;
        });
        return commands.answer(HttpStatus.OK, answer);
    }

    /**
     * Says that the contact and another one are the same person, who goes by the other one from now on. It can be
     * undone.
     *
     * @return what it can be undone by
     */
    @PostMapping("/merge")
    @Allowed("contacts.write")
    @Refuses({"person-erased", "already-merged"})
    ResponseEntity<Map<String, Object>> merge(
            @PathVariable String id, @Valid @RequestBody MergeRequest body, Caller caller, HttpServletRequest request) {
        ContactId contact = contact(caller.tenant(), id);
        ContactId into = named(caller.tenant(), "intoId", body.intoId());
        if (into.equals(contact)) {
            throw DomainProblem.invalid("intoId", "itself", "A contact cannot be merged into itself.");
        }
        return commands.carryOut(
                request,
                Origin.of(caller.tenant(), caller.actor()),
                new MergeContacts(contact, into, clock.instant()),
                body,
                HttpStatus.OK,
                Map.of("id", id, "status", "merged", "intoId", into.key(), "mergeId", contact.key()));
    }

    /**
     * Says that a merged contact is another person after all: it gets back what it brought and still has. No message
     * makes one person of the two again.
     *
     * @return whom
     */
    @PostMapping("/unmerge")
    @Allowed("contacts.write")
    @Refuses({"person-erased", "not-merged"})
    ResponseEntity<Map<String, Object>> unmerge(
            @PathVariable String id,
            @Valid @RequestBody UnmergeRequest body,
            Caller caller,
            HttpServletRequest request) {
        ContactId merged = named(caller.tenant(), "mergeId", body.mergeId());
        return commands.carryOut(
                request,
                Origin.of(caller.tenant(), caller.actor()),
                new UnmergeContact(contact(caller.tenant(), id), merged, clock.instant()),
                body,
                HttpStatus.OK,
                Map.of("id", id, "status", "unmerged", "contactId", merged.key()));
    }

    /**
     * Records what a person agrees to, or no longer does.
     *
     * @return what was recorded
     */
    @PostMapping("/consents")
    @Allowed("contacts.write")
    @Refuses("person-erased")
    ResponseEntity<Map<String, Object>> consent(
            @PathVariable String id,
            @Valid @RequestBody ConsentRequest body,
            Caller caller,
            HttpServletRequest request) {
        Instant now = clock.instant();
        Instant givenAt = Objects.requireNonNullElse(body.givenAt(), now);
        if (givenAt.isAfter(now)) {
            throw DomainProblem.invalid("givenAt", "in-the-future", "Nobody has agreed to anything yet by then.");
        }
        RecordConsent command = new RecordConsent(
                contact(caller.tenant(), id), body.purpose(), body.granted(), body.source(), givenAt, now);
        return commands.carryOut(
                request,
                Origin.of(caller.tenant(), caller.actor()),
                command,
                body,
                HttpStatus.OK,
                Map.of("id", id, "purpose", body.purpose(), "granted", body.granted()));
    }

    private static ContactId named(TenantId tenant, String field, String id) {
        try {
            return ContactId.of(tenant, UUID.fromString(id));
        } catch (IllegalArgumentException noUuid) {
            throw DomainProblem.invalid(field, "format", field + " has to be the id of a contact.");
        }
    }

    private static ContactId contact(TenantId tenant, String id) {
        try {
            return ContactId.of(tenant, UUID.fromString(id));
        } catch (IllegalArgumentException noUuid) {
            throw DomainProblem.notFound("contact");
        }
    }
}
