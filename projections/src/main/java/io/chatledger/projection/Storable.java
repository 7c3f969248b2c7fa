package io.chatledger.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL can hold of what the world sends. A value that it refuses would stop a projection for every tenant,
 * and for good.
 */
public final class Storable {

    /** An entry of an index holds at most 2,704 bytes; no provider's id comes near. */
    private static final int KEY_CHARACTERS = 512;

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private Storable() {}

    /** Without NUL and halves of characters. */
    public static String text(String raw) {
        if (isPlain(raw)) {
            return raw;
        }
        return raw.codePoints()
                .map(point -> fits(point) ? point : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public static @Nullable String textOrNull(@Nullable String raw) {
        return raw == null ? null : text(raw);
    }

    /** Text short enough to be indexed. */
    public static String key(String raw) {
        return beginning(raw, KEY_CHARACTERS);
    }

    public static @Nullable String keyOrNull(@Nullable String raw) {
        return raw == null ? null : key(raw);
    }

    /** At most so many characters, counted as Unicode code points. */
    public static String beginning(String raw, int characters) {
        String text = text(raw);
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }

    /** Within the years 1 to 9999. */
    public static Instant time(Instant raw) {
        return raw.isBefore(FIRST) ? FIRST : raw.isAfter(LAST) ? LAST : raw;
    }

    /** By far the most text: nothing to look at twice. */
    private static boolean isPlain(String raw) {
        for (int at = 0; at < raw.length(); at++) {
            if (raw.charAt(at) == 0 || Character.isSurrogate(raw.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(int point) {
        return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }
}
