package io.chatledger.query.audit;

import io.chatledger.eventstore.chain.Checkpoint;
import io.chatledger.eventstore.chain.CheckpointKey;
import io.chatledger.eventstore.chain.CheckpointKeys;
import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.problem.Refuses;
import io.chatledger.query.NotInThePast;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.ShowsNothingPersonal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
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
@ShowsNothingPersonal
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

    /**
     * A checkpoint as somebody gives it back; {@code hash} and whatever else is more is left aside. All of these have to
     * be there.
     *
     * @param tenant id of the tenant
     * @param position of the last event
     * @param events how many there are up to it
     * @param headHash of the last event, in hexadecimal
     * @param previous the hash of the checkpoint before it, in hexadecimal
     * @param at when it was signed
     * @param keyId of the key that it was signed with
     * @param signature in base64
     */
    record KeptCheckpoint(
            @Nullable @Size(max = 64) String tenant,
            @Nullable Long position,
            @Nullable Long events,
            @Nullable @Size(max = 64) String headHash,
            @Nullable @Size(max = 64) String previous,
            @Nullable Instant at,
            @Nullable @Size(max = 100) String keyId,
            @Nullable @Size(max = 500) String signature) {

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

    /**
     * Verifies the history.
     *
     * <p>The hash chain is computed again from the events as they are stored.
     */
    @GetMapping("/verify")
    @Allowed(PERMISSION)
    @Refuses({"hash-chain-off", "hash-chain-behind"})
    Verification verify(Caller caller) {
        return verification.verify(caller.tenant(), null);
    }

    /**
     * Verifies the history against a checkpoint that somebody has kept.
     *
     * <p>It changes nothing: the checkpoint has to be ours, and the history has to lead to it. Without one it is asked as
     * with {@code GET}.
     */
    @PostMapping("/verify")
    @Allowed(PERMISSION)
    @Refuses({"hash-chain-off", "hash-chain-behind"})
    Verification verify(Caller caller, @Valid @RequestBody(required = false) @Nullable KeptCheckpoint kept) {
        verification.requireChain();
        return verification.verify(caller.tenant(), kept == null ? null : kept.toCheckpoint());
    }

    /**
     * Lists the signed checkpoints, the newest first.
     */
    @GetMapping("/checkpoints")
    @Allowed(PERMISSION)
    @Refuses("hash-chain-off")
    Page<Checkpoint> checkpoints(
            Caller caller,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return checkpoints.find(caller.tenant(), Paging.of(limit, cursor));
    }

    /**
     * Lists the public keys that checkpoints are verified with.
     *
     * <p>For everybody: public keys are there to be known.
     */
    @GetMapping("/keys")
    @Allowed(to = Allowed.To.EVERYBODY)
    Page<CheckpointKey> keys() {
        return new Page<>(keys.published(), null);
    }
}
