package io.chatledger.kernel.message;

import java.time.Instant;

/** A family with a history: events that were stored before their shape changed. */
sealed interface ParcelEvent extends Event {

    /** Revision 1 had {@code kilograms}; revision 2 had no {@code country}. */
    @EventRevision(3)
    record ParcelSent(String parcel, long grams, String country, Instant at) implements ParcelEvent {}

    record ParcelLost(String parcel, Instant at) implements ParcelEvent {}
}
