package io.chatledger.query.audit;

import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.audit.Checkpoint;
import io.chatledger.kernel.audit.CheckpointKey;
import io.chatledger.kernel.audit.CheckpointKeys;
import io.chatledger.query.NotInThePast;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proof over HTTP that the history is what it was. */
@RestController
@RequestMapping("/api/v1/audit")
@NotInThePast
class AuditChainApi {

    private static final String PERMISSION = "audit.read";

    private final HistoryVerification verification;
    private final Checkpoints checkpoints;
    private final CheckpointKeys keys;

    AuditChainApi(HistoryVerification verification, Checkpoints checkpoints, CheckpointKeys keys) {
        this.verification = verification;
        this.checkpoints = checkpoints;
        this.keys = keys;
    }

    /** A checkpoint as somebody gives it back; {@code hash} and whatever else is more is left aside. */
    record KeptCheckpoint(
            @Nullable String tenant,
            @Nullable Long position,
            @Nullable Long events,
            @Nullable String headHash,
            @Nullable String previous,
            @Nullable Instant at,
            @Nullable String keyId,
            @Nullable String signature) {

        Checkpoint toCheckpoint() {
            return new Checkpoint(
                    Given.required(tenant, "tenant"),
                    Given.required(position, "position"),
                    Given.required(events, "events"),
                    Given.required(headHash, "headHash"),
                    Given.required(previous, "previous"),
                    Given.required(at, "at"),
                    Given.required(keyId, "keyId"),
                    Given.required(signature, "signature"));
        }
    }

    @GetMapping("/verify")
    Verification verify(Caller caller) {
        caller.require(PERMISSION);
        return verification.verify(caller.tenant(), null);
    }

    /** Changes nothing: the checkpoint only has to hold. Without one it is asked as above. */
    @PostMapping("/verify")
    Verification verify(Caller caller, @RequestBody(required = false) @Nullable KeptCheckpoint kept) {
        caller.require(PERMISSION);
        verification.requireChain();
        return verification.verify(caller.tenant(), kept == null ? null : kept.toCheckpoint());
    }

    @GetMapping("/checkpoints")
    Page<Checkpoint> checkpoints(
            Caller caller,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        caller.require(PERMISSION);
        return checkpoints.find(caller.tenant(), Paging.of(limit, cursor));
    }

    /** For everybody: public keys are there to be known. */
    @GetMapping("/keys")
    Page<CheckpointKey> keys() {
        return new Page<>(keys.published(), null);
    }
}
