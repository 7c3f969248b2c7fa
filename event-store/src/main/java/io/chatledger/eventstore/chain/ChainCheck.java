package io.chatledger.eventstore.chain;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Walks a tenant's history once, from its first event to its last, and stops at the first position that does not hold.
 * Events, hashes and checkpoints are handed over in order of position; at one position the checkpoint comes last.
 */
public final class ChainCheck {

    private final String tenant;
    private final Map<String, CheckpointKey> keys;
    private byte[] hash;
    private String previousCheckpoint;
    private long position;
    private long events;
    private long checkpoints;
    private long checkpointed;
    private @Nullable Long firstInvalid;
    private @Nullable String reason;
    private boolean checkpointsValid = true;

    public ChainCheck(String tenant, List<CheckpointKey> keys) {
        this.tenant = tenant;
        this.keys = keys.stream().collect(Collectors.toMap(CheckpointKey::keyId, key -> key));
        this.hash = HashChain.genesis(tenant);
        this.previousCheckpoint = HexFormat.of().formatHex(hash);
    }

    /** Whether there is still something to find out. */
    public boolean goesOn() {
        return firstInvalid == null;
    }

    /** An event and the hash that is kept for its position; null where there is none. */
    public void event(StoredEvent event, byte @Nullable [] kept) {
        byte[] computed = HashChain.link(hash, event);
        if (kept == null) {
            refuse(event.position(), "event-without-hash");
        } else if (!MessageDigest.isEqual(computed, kept)) {
            refuse(event.position(), "event-changed");
        } else if (goesOn()) {
            hash = computed;
            position = event.position();
            events++;
        }
    }

    /** A hash whose event is gone. */
    public void orphan(long at) {
        refuse(at, "event-removed");
    }

    /** Something else that does not hold there. */
    public void refuse(long at, String why) {
        if (goesOn()) {
            firstInvalid = at;
            reason = why;
        }
    }

    /** A checkpoint of the tenant's own series. */
    public void checkpoint(Checkpoint checkpoint) {
        if (!goesOn()) {
            return;
        }
        if (!checkpoint.previous().equals(previousCheckpoint)) {
            refuseCheckpoint(checkpoint, "checkpoint-removed-before");
            return;
        }
        outside(checkpoint);
        if (goesOn()) {
            previousCheckpoint = checkpoint.hash();
            checkpoints++;
            checkpointed = checkpoint.position();
        }
    }

    /** A checkpoint that somebody has kept, wherever it stands in the series. */
    public void outside(Checkpoint checkpoint) {
        CheckpointKey key = keys.get(checkpoint.keyId());
        if (!goesOn()) {
            return;
        }
        if (key == null) {
            refuseCheckpoint(checkpoint, "checkpoint-key-unknown");
        } else if (!checkpoint.tenant().equals(tenant) || !checkpoint.isSignedBy(key.toPublicKey())) {
            refuseCheckpoint(checkpoint, "checkpoint-signature");
        } else if (checkpoint.position() != position) {
            refuseCheckpoint(checkpoint, "event-removed");
        } else if (checkpoint.events() != events
                || !checkpoint.headHash().equals(HexFormat.of().formatHex(hash))) {
            refuseCheckpoint(checkpoint, "history-rewritten");
        }
    }

    public Verdict verdict() {
        return new Verdict(
                events,
                HexFormat.of().formatHex(hash),
                firstInvalid,
                reason,
                checkpoints,
                checkpointed,
                checkpointsValid);
    }

    private void refuseCheckpoint(Checkpoint checkpoint, String why) {
        checkpointsValid = false;
        refuse(checkpoint.position(), why);
    }
}
