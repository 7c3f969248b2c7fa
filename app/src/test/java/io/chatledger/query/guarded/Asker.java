package io.chatledger.query.guarded;

import io.chatledger.kernel.guarded.Draw;

/** No query may see a command. */
record Asker(Draw asked) {}
