package io.chatledger.sandbox.whatsapp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The business numbers that were named in Graph calls or on the page, or that are connected; last used first. */
final class SandboxNumbers {

    private static final int KEPT = 20;

    private final Deque<SandboxNumber> lastUsed = new ArrayDeque<>();

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

    /** @param connected last connected first; what is new among them goes before what is known */
    synchronized void learn(List<SandboxNumber> connected) {
        connected.reversed().stream()
                .filter(number -> lastUsed.stream().noneMatch(known -> known.equals(number)))
                .forEach(number -> use(number.phoneNumberId(), number.displayPhoneNumber(), number.wabaId()));
    }

    /** Never empty. */
    synchronized List<SandboxNumber> all() {
        return lastUsed.isEmpty() ? List.of(SandboxNumber.DEFAULT) : List.copyOf(lastUsed);
    }

    /** What is known of a number, without using it. */
    synchronized SandboxNumber look(String phoneNumberId) {
        return known(phoneNumberId);
    }

    private SandboxNumber known(String phoneNumberId) {
        return Stream.concat(lastUsed.stream(), Stream.of(SandboxNumber.DEFAULT))
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
