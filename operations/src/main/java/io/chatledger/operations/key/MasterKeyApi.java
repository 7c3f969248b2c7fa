package io.chatledger.operations.key;

import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.vault.KeyRotation;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The second step of a rotation of the master key, for super-admins; see the runbook {@code master-key}. */
@RestController
@RequestMapping("/api/v1/admin/master-key")
class MasterKeyApi {

    private final KeyRotation rotation;

    MasterKeyApi(KeyRotation rotation) {
        this.rotation = rotation;
    }

    /**
     * Puts all secrets and keys under the present master key.
     *
     * <p>The second step of its rotation. It answers when all is done.
     */
    @PostMapping("/rewrap")
    @Allowed("platform.master-key")
    KeyRotation.Count rewrap(Caller caller) {
        return rotation.rewrap();
    }
}
