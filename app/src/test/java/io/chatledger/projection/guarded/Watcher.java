package io.chatledger.projection.guarded;

import io.chatledger.kernel.guarded.Draw;

/** No projection may see a command. */
record Watcher(Draw seen) {}
