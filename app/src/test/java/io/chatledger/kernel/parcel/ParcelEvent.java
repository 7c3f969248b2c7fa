package io.chatledger.kernel.parcel;

import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.message.Event;
import java.time.Instant;

/** What has happened to parcels. */
public sealed interface ParcelEvent extends Event {

    ParcelId parcelId();

    /** It is with the carrier now. */
    record ParcelSent(ParcelId parcelId, ContactId contactId, String content, Instant at) implements ParcelEvent {}

    /** The carrier has it under that code. */
    record ParcelRegistered(ParcelId parcelId, String tracking, Instant at) implements ParcelEvent {}

    /** The customer has it. */
    record ParcelDelivered(ParcelId parcelId, Instant at) implements ParcelEvent {}
}
