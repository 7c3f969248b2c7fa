package io.chatledger.projection.rebuild;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of COPY: a line each, columns apart by tabs. */
final class CopyText {

    private final StringBuilder text = new StringBuilder(1 << 17);

    int length() {
        return text.length();
    }

    void row(@Nullable Object[] values) {
        for (int column = 0; column < values.length; column++) {
            if (column > 0) {
                text.append('\t');
            }
            value(values[column]);
        }
        text.append('\n');
    }

    /** What was written since the last time, as UTF-8. */
    byte[] take() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return bytes;
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case String string -> escaped(string);
            case JSONB json -> escaped(json.data());
            case JSON json -> escaped(json.data());
            case BigDecimal number -> text.append(number.toPlainString());
            case byte[] bytes -> text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
            case Number number -> text.append(number);
            case Boolean truth -> text.append(truth.booleanValue());
            case Instant time -> text.append(time);
            case LocalDate date -> text.append(date);
            case UUID id -> text.append(id);
            default -> throw new IllegalStateException("cannot be copied: " + value.getClass());
        }
    }

    private void escaped(String raw) {
        int from = 0;
        for (int at = 0; at < raw.length(); at++) {
            char escape = escape(raw.charAt(at));
            if (escape != 0) {
                text.append(raw, from, at).append('\\').append(escape);
                from = at + 1;
            }
        }
        text.append(raw, from, raw.length());
    }

    private static char escape(char c) {
        return switch (c) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> 0;
        };
    }
}
