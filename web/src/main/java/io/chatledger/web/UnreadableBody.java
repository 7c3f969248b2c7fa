package io.chatledger.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says where a body could not be read, without repeating what it said. */
final class UnreadableBody {

    private static final String WHOLE = "body";

    private UnreadableBody() {}

    /** As a member of {@code errors}. */
    static Map<String, String> error(HttpMessageNotReadableException unreadable) {
        Throwable cause = unreadable.getCause();
        return Map.of("field", field(cause), "code", code(cause), "message", message(cause));
    }

    private static String field(@Nullable Throwable cause) {
        StringBuilder field = new StringBuilder();
        if (cause instanceof DatabindException mismatch) {
            mismatch.getPath().forEach(step -> append(field, step.getPropertyName(), step.getIndex()));
        } else if (cause instanceof JacksonException broken && broken.processor() instanceof JsonParser parser) {
            // Where the parser itself gave up, its failure says less of the path than it does.
            write(parser.streamReadContext(), field);
        }
        return field.isEmpty() ? WHOLE : field.toString();
    }

    private static void write(TokenStreamContext place, StringBuilder field) {
        if (place.getParent() != null) {
            write(place.getParent(), field);
        }
        if (place.inArray()) {
            append(field, null, place.getCurrentIndex());
        } else if (place.currentName() != null) {
            append(field, place.currentName(), 0);
        }
    }

    private static void append(StringBuilder field, @Nullable String name, int index) {
        if (name == null) {
            field.append('[').append(index).append(']');
        } else {
            field.append(field.isEmpty() ? "" : ".").append(name);
        }
    }

    private static String code(@Nullable Throwable cause) {
        return switch (cause) {
            case InvalidFormatException _ -> "format";
            case InputCoercionException _ -> "out-of-range";
            case MismatchedInputException _ -> "type";
            case StreamConstraintsException _ -> "size";
            case JacksonException failure when isDuplicate(failure) -> "duplicate";
            case null, default -> "format";
        };
    }

    private static String message(@Nullable Throwable cause) {
        return switch (cause) {
            case InputCoercionException _ -> "The number is too large or too small.";
            case MismatchedInputException mismatch -> "This has to be " + expected(mismatch.getTargetType()) + ".";
            case DatabindException _ -> "The value has the wrong type.";
            case StreamConstraintsException _ ->
                "This is larger, longer or deeper than anything that is asked for here.";
            case JacksonException failure when isDuplicate(failure) -> "This is there twice.";
            case JacksonException broken
            when broken.getLocation() != null ->
                "No valid JSON at line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr() + ".";
            case null, default -> "A JSON object is missing.";
        };
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Double.class || type == double.class) {
            return "a number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number";
        }
        if (type == Instant.class) {
            return "an instant such as 2026-03-12T18:00:00Z";
        }
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        return type == String.class
                ? "a text, without NUL characters"
                : Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static boolean isDuplicate(JacksonException failure) {
        return String.valueOf(failure.getOriginalMessage()).startsWith("Duplicate Object property");
    }
}
