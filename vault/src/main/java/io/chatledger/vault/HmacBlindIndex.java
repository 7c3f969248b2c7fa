package io.chatledger.vault;

import io.chatledger.kernel.tenant.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** HMAC-SHA256 under a secret of this installation, cut to a UUID (version 8: of our own making). */
@Component
class HmacBlindIndex implements BlindIndex {

    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    HmacBlindIndex(SecretVault vault) {
        this.key = new SecretKeySpec(
                vault.findOrCreate(TenantId.PLATFORM, "blind-index", "key", HmacBlindIndex::newKey), "HmacSHA256");
    }

    @Override
    public UUID key(TenantId scope, String kind, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            ByteBuffer digest =
                    ByteBuffer.wrap(mac.doFinal((scope + "\n" + kind + "\n" + value).getBytes(StandardCharsets.UTF_8)));
            long high = (digest.getLong() & ~0xF000L) | 0x8000L;
            long low = (digest.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
