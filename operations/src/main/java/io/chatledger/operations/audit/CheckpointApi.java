package io.chatledger.operations.audit;

import io.chatledger.eventstore.chain.Checkpoint;
import io.chatledger.eventstore.chain.CheckpointKey;
import io.chatledger.eventstore.chain.CheckpointMaker;
import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.problem.Refuses;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Checkpoints and their keys on demand. */
@RestController
class CheckpointApi {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ObjectProvider<CheckpointMaker> checkpoints;
    private final KeyRing keys;

    CheckpointApi(ObjectProvider<CheckpointMaker> checkpoints, KeyRing keys) {
        this.checkpoints = checkpoints;
        this.keys = keys;
    }

    /**
     * Signs where the hash chain stands now.
     *
     * <p>It writes, so reading the audit is not enough.
     */
    @PostMapping("/api/v1/audit/checkpoints")
    @Allowed("audit.write")
    @Refuses("hash-chain-off")
    @ResponseStatus(HttpStatus.CREATED)
    Checkpoint make(Caller caller) throws InterruptedException {
        CheckpointMaker maker = checkpoints.getIfAvailable();
        if (maker == null) {
            throw DomainProblem.conflict(
                    "hash-chain-off", "The events are in Axon Server; there is no hash chain with that engine.");
        }
        return maker.makeOfNow(caller.tenant().value(), PATIENCE).orElseThrow(() -> DomainProblem.notFound("event"));
    }

    /**
     * Has the next checkpoints signed with a new key.
     *
     * <p>What was signed with the old one stays valid.
     */
    @PostMapping("/api/v1/admin/audit/keys/rotate")
    @Allowed("platform.audit")
    @ResponseStatus(HttpStatus.CREATED)
    CheckpointKey rotate(Caller caller) {
        return keys.rotate();
    }
}
