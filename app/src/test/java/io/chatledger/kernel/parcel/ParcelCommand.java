package io.chatledger.kernel.parcel;

import io.chatledger.kernel.contact.ContactId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of parcels. */
public sealed interface ParcelCommand {

    @TargetAggregateIdentifier
    ParcelId parcelId();

    /** Hands one to the carrier. */
    record SendParcel(ParcelId parcelId, ContactId contactId, String content, Instant at) implements ParcelCommand {}

    /** The carrier has it under that code; once more changes nothing. */
    record RegisterParcel(ParcelId parcelId, String tracking, Instant at) implements ParcelCommand {}

    /** The customer has it. Refused with {@code parcel-delivered} where that is known. */
    record DeliverParcel(ParcelId parcelId, Instant at) implements ParcelCommand {}
}
