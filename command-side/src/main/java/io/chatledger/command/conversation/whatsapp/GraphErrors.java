package io.chatledger.command.conversation.whatsapp;

import io.chatledger.kernel.conversation.SendError;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the error objects of the Graph API, which look alike in answers and in webhooks. */
final class GraphErrors {

    private static final int MAX_DETAIL = 500;

    private GraphErrors() {}

    /** The first of a list; null where there is none. */
    static @Nullable SendError first(Json errors) {
        Json error = errors.first();
        return error.isObject() ? of(error) : null;
    }

    static SendError of(Json error) {
        Integer code = code(error);
        String reason = code == null ? "provider-error" : ErrorReasons.of(code).reason();
        return new SendError(code, reason, detail(error));
    }

    /** Codes and reasons of a list, for a person. */
    static String codes(Json errors) {
        return errors.elements()
                .map(GraphErrors::of)
                .map(error -> error.code() + " " + error.reason())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static @Nullable Integer code(Json error) {
        String code = error.text("code");
        return code != null && code.matches("[0-9]{1,9}") ? Integer.valueOf(code) : null;
    }

    private static @Nullable String detail(Json error) {
        String details = error.get("error_data").text("details");
        String message = error.text("message");
        String detail = details != null ? details : message != null ? message : error.text("title");
        return detail == null || detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL);
    }
}
