package io.chatledger.command.guarded.carrier;

import io.chatledger.command.channel.ChannelSecrets;
import io.chatledger.command.guarded.Tracking;

/** An adapter that asks another feature by its port. */
public record CarrierAdapter(ChannelSecrets secrets) implements Tracking {

    @Override
    public String where(String parcel) {
        return parcel + secrets;
    }
}
