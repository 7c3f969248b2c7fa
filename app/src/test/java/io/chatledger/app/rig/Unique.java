package io.chatledger.app.rig;

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

    public static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }
}
