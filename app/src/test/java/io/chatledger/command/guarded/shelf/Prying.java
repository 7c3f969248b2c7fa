package io.chatledger.command.guarded.shelf;

import io.chatledger.command.channel.ChannelSecrets;

/** Lies where adapters do, but serves no port: it may not ask another feature. */
record Prying(ChannelSecrets secrets) {}
