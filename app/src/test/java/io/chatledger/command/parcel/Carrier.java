package io.chatledger.command.parcel;

import io.chatledger.kernel.parcel.ParcelId;

/** Who brings parcels to customers. */
public interface Carrier {

    /** @return the code under which it is known there: the same whenever the same parcel is registered */
    String register(ParcelId parcel);
}
