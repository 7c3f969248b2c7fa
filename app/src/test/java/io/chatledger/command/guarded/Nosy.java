package io.chatledger.command.guarded;

import io.chatledger.command.channel.ChannelSecrets;

/** No adapter: it may not ask another feature. */
record Nosy(ChannelSecrets secrets) {}
