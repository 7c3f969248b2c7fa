package io.chatledger.app.privacy;

import io.chatledger.command.secret.KeyRotation;
import io.chatledger.kernel.account.Caller;
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

    /** Answers when all is under the present key. */
    @PostMapping("/rewrap")
    KeyRotation.Count rewrap(Caller caller) {
        caller.require("platform.master-key");
        return rotation.rewrap();
    }
}
