package io.chatledger.eventstore.chain;

import java.util.List;

/** The keys of this installation, kept where nobody without the master key can put one. */
public interface CheckpointKeys {

    /** All there have ever been, the oldest first. */
    List<CheckpointKey> published();

    /** The one that signs today. */
    CheckpointSigner signer();
}
