package io.chatledger.command.conversation.whatsapp;

import io.chatledger.kernel.conversation.SendError;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What the Graph API said to a question. */
sealed interface GraphReply {

    /** The object that was asked for. */
    record Told(Json object) implements GraphReply {}

    /** It refuses with an error of its own: the token, or what it may see. */
    record No(SendError error) implements GraphReply {}

    /** @param worthAnotherTry whether asking again at once may help */
    record NotUnderstood(String reason, boolean worthAnotherTry) implements GraphReply {}

    /**
     * Errors that say "not now" with a status that says "never": API Unknown and API Service; limits of the app, the
     * user, the page, the business account and the number ("Rate Limits", "Handle Errors" of the Graph API).
     */
    Set<Integer> NOT_NOW = Set.of(1, 2, 4, 17, 32, 341, 613, 80007, 80008, 130429);

    static GraphReply of(int status, byte[] body) {
        Json json = parsed(body);
        Json error = json == null ? null : json.get("error");
        if (status == 200 && json != null && json.isObject() && error != null && !error.isObject()) {
            return new Told(json);
        }
        return error != null && error.isObject() && status >= 400 && status < 500
                ? ofError(status, error)
                : new NotUnderstood("http-status-" + status, status >= 500);
    }

    private static GraphReply ofError(int status, Json error) {
        SendError read = GraphErrors.of(error);
        Integer code = read.code();
        if (code == null) {
            return new NotUnderstood("error-without-code", false);
        }
        boolean passing = status == 429
                || status == 408
                || Boolean.TRUE.equals(error.flag("is_transient"))
                || NOT_NOW.contains(code)
                || ErrorReasons.of(code).kind() == ErrorReason.Kind.TRANSIENT;
        return passing ? new NotUnderstood(read.reason(), false) : new No(read);
    }

    private static @Nullable Json parsed(byte[] body) {
        try {
            return Json.parse(body);
        } catch (JacksonException noJson) {
            return null;
        }
    }
}
