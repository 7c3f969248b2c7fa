package io.chatledger.command.guarded.carrier;

import io.chatledger.command.channel.ChannelSecrets;

/** An adapter that asks another feature by its port. */
record CarrierAdapter(ChannelSecrets secrets) {}
