package io.chatledger.command.account;

import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.vault.BlindIndex;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Browsers in which somebody has signed in before, told by a cookie that only we can have made. It opens nothing; but
 * whoever has it is not locked out by what strangers try elsewhere.
 */
@Component
class KnownDevices {

    private final BlindIndex blindIndex;

    KnownDevices(BlindIndex blindIndex) {
        this.blindIndex = blindIndex;
    }

    /** @param email claim on the e-mail address that was signed in with */
    String cookie(ClaimId email, @Nullable UUID known) {
        UUID device = known == null ? UUID.randomUUID() : known;
        return device + "." + proof(email, device);
    }

    /** The device, if the cookie is for this e-mail address and ours; null otherwise. */
    @Nullable
    UUID find(ClaimId email, @Nullable String cookie) {
        if (cookie == null || cookie.length() != 73 || cookie.charAt(36) != '.') {
            return null;
        }
        try {
            UUID device = UUID.fromString(cookie.substring(0, 36));
            return MessageDigest.isEqual(bytes(cookie(email, device)), bytes(cookie)) ? device : null;
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    private UUID proof(ClaimId email, UUID device) {
        return blindIndex.key(TenantId.PLATFORM, "device", email.key() + "\n" + device);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
