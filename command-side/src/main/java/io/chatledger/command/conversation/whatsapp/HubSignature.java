package io.chatledger.command.conversation.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Meta's {@code X-Hub-Signature-256}: {@code sha256=} and the HMAC-SHA256 of the raw body under the app secret, in hex.
 * Only the bytes as received count; the same JSON written anew has another signature.
 */
record HubSignature(@Nullable String secret) {

    private static final String PREFIX = "sha256=";
    private static final int LENGTH = PREFIX.length() + 64;

    /** Whether it could be the signature of anything. */
    static boolean isWellFormed(@Nullable String header) {
        return header != null
                && header.length() == LENGTH
                && header.startsWith(PREFIX)
                && header.chars().skip(PREFIX.length()).allMatch(HexFormat::isHexDigit);
    }

    boolean matches(byte[] body, @Nullable String header) {
        if (secret == null || secret.isEmpty() || header == null || !isWellFormed(header)) {
            return false;
        }
        byte[] claimed = HexFormat.of().parseHex(header, PREFIX.length(), header.length());
        return MessageDigest.isEqual(claimed, hmac(body, secret));
    }

    private static byte[] hmac(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
