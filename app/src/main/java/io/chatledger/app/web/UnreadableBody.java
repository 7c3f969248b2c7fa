package io.chatledger.app.web;

import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Says where a body could not be read, without repeating what it said. */
final class UnreadableBody {

    private UnreadableBody() {}

    static String field(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof DatabindException mismatch
                && !mismatch.getPath().isEmpty()) {
            return mismatch.getPath().stream()
                    .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                    .collect(Collectors.joining("."));
        }
        return "body";
    }

    static String message(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof DatabindException) {
            return "The value has the wrong type.";
        }
        return unreadable.getCause() instanceof JacksonException broken && broken.getLocation() != null
                ? "No valid JSON at line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr() + "."
                : "A JSON object is missing.";
    }
}
