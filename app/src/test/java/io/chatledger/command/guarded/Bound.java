package io.chatledger.command.guarded;

import io.chatledger.command.guarded.carrier.CarrierAdapter;

/** It ties its feature to one provider. */
record Bound(CarrierAdapter carrier) {}
