package io.chatledger.app.rig;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Values that no other test uses. */
public final class Unique {

    private static final AtomicLong NEXT = new AtomicLong(100_000_000);

    private Unique() {}

    /** Fit for a phone number or a provider's id. */
    public static String digits() {
        return "569" + NEXT.incrementAndGet();
    }

    public static String wamid() {
        return "wamid." + UUID.randomUUID();
    }

    /** As WhatsApp makes them: the customer's number is in it, in base64. */
    public static String wamid(String digits) {
        ByteArrayOutputStream id = new ByteArrayOutputStream();
        id.writeBytes(new byte[] {0x1c, 0x18, (byte) digits.length()});
        id.writeBytes(digits.getBytes(US_ASCII));
        id.writeBytes(new byte[] {0x15, 0x02, 0x00, 0x12, 0x18, 0x12});
        id.writeBytes(UUID.randomUUID().toString().substring(0, 18).getBytes(US_ASCII));
        return "wamid." + Base64.getEncoder().encodeToString(id.toByteArray());
    }

    public static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }
}
