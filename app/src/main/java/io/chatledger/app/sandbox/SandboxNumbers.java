package io.chatledger.app.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The business numbers that were named in Graph calls or on the page, last used first. */
final class SandboxNumbers {

    private static final int KEPT = 20;

    private final Deque<SandboxNumber> lastUsed = new ArrayDeque<>(List.of(SandboxNumber.DEFAULT));

    synchronized SandboxNumber use(String phoneNumberId) {
        return use(phoneNumberId, null, null);
    }

    /** Null leaves what is known; a number never seen belongs to the default business account. */
    synchronized SandboxNumber use(String phoneNumberId, @Nullable String display, @Nullable String wabaId) {
        SandboxNumber known = known(phoneNumberId);
        SandboxNumber number = new SandboxNumber(
                phoneNumberId,
                display == null ? known.displayPhoneNumber() : display,
                wabaId == null ? known.wabaId() : wabaId);
        lastUsed.removeIf(other -> other.phoneNumberId().equals(phoneNumberId));
        lastUsed.addFirst(number);
        if (lastUsed.size() > KEPT) {
            lastUsed.removeLast();
        }
        return number;
    }

    synchronized List<SandboxNumber> all() {
        return List.copyOf(lastUsed);
    }

    private SandboxNumber known(String phoneNumberId) {
        return lastUsed.stream()
                .filter(number -> number.phoneNumberId().equals(phoneNumberId))
                .findFirst()
                .orElseGet(() -> new SandboxNumber(phoneNumberId, displayOf(phoneNumberId), SandboxNumber.WABA_ID));
    }

    private static String displayOf(String phoneNumberId) {
        String padded = "00000000" + phoneNumberId;
        String tail = padded.substring(padded.length() - 8);
        return "+56 2 " + tail.substring(0, 4) + " " + tail.substring(4);
    }
}
