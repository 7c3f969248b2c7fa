package io.chatledger.command.parcel;

import io.chatledger.command.request.ApiCommands;
import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.parcel.ParcelCommand.DeliverParcel;
import io.chatledger.kernel.parcel.ParcelCommand.SendParcel;
import io.chatledger.kernel.parcel.ParcelId;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.problem.Refuses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Parcels are sent, and come. */
@RestController
@Profile("parcel")
@RequestMapping("/api/v1/parcels")
class ParcelCommandApi {

    private final ApiCommands commands;
    private final InstantSource clock;

    ParcelCommandApi(ApiCommands commands, InstantSource clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * What is sent.
     *
     * @param contactId of the customer
     * @param content what is in it
     */
    record SendRequest(
            @NotBlank @Size(max = 36) String contactId,
            @NotBlank @Size(max = 200) String content) {}

    /**
     * Sends a parcel to a customer.
     *
     * @return its id
     */
    @PostMapping
    @Allowed("parcels.write")
    ResponseEntity<Map<String, Object>> send(
            @Valid @RequestBody SendRequest body, Caller caller, HttpServletRequest request) {
        UUID contact = key(
                body.contactId(),
                () -> DomainProblem.invalid("contactId", "format", "contactId has to be the id of a contact."));
        ParcelId parcel = ParcelId.of(caller.tenant(), UUID.randomUUID());
        return commands.carryOut(
                request,
                Origin.of(caller.tenant(), caller.actor()),
                new SendParcel(parcel, ContactId.of(caller.tenant(), contact), body.content(), clock.instant()),
                body,
                HttpStatus.CREATED,
                Map.of("id", parcel.key(), "status", "sent"));
    }

    /**
     * Records that the customer has a parcel.
     *
     * @return its id and status
     */
    @PostMapping("/{id}/deliver")
    @Allowed("parcels.write")
    @Refuses("parcel-delivered")
    ResponseEntity<Map<String, Object>> deliver(@PathVariable String id, Caller caller, HttpServletRequest request) {
        ParcelId parcel = ParcelId.of(caller.tenant(), key(id, () -> DomainProblem.notFound("parcel")));
        return commands.carryOut(
                request,
                Origin.of(caller.tenant(), caller.actor()),
                new DeliverParcel(parcel, clock.instant()),
                null,
                HttpStatus.OK,
                Map.of("id", id, "status", "delivered"));
    }

    private static UUID key(String id, Supplier<DomainProblem> refusal) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noUuid) {
            throw refusal.get();
        }
    }
}
