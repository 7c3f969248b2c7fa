package io.chatledger.command.conversation.whatsapp;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of a webhook that have a bounded form; whatever has not is null. */
final class Bounded {

    private static final int MAX_ID = 512;
    private static final int MAX_NAME = 64;
    private static final Pattern EPOCH_SECONDS = Pattern.compile("[0-9]{1,12}");
    private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();

    private Bounded() {}

    static @Nullable String id(@Nullable String text) {
        return text == null || text.length() > MAX_ID ? null : text;
    }

    /** A provider's word for something, fit for a reason: it never carries personal data or runs on. */
    static String name(String text) {
        String plain = text.replaceAll("[^A-Za-z0-9_.-]", "?");
        return plain.length() > MAX_NAME ? plain.substring(0, MAX_NAME) : plain;
    }

    /** Seconds since 1970, as text or number. */
    static @Nullable Instant instant(@Nullable String text) {
        if (text == null || !EPOCH_SECONDS.matcher(text).matches()) {
            return null;
        }
        long seconds = Long.parseLong(text);
        return seconds > 0 && seconds < LATEST ? Instant.ofEpochSecond(seconds) : null;
    }
}
