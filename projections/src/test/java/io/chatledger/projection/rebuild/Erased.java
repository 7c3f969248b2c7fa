package io.chatledger.projection.rebuild;

import io.chatledger.kernel.message.PersonErased;
import io.chatledger.kernel.message.StreamId;
import java.time.Instant;

/** Somebody wants to be forgotten. */
record Erased(StreamId person, Instant at) implements PersonErased {}
