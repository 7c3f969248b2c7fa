package io.chatledger.command.conversation.whatsapp;

import io.chatledger.command.conversation.SendResult;
import io.chatledger.command.conversation.SendResult.Accepted;
import io.chatledger.command.conversation.SendResult.NotSent;
import io.chatledger.command.conversation.SendResult.Refused;
import io.chatledger.command.conversation.SendResult.Throttled;
import io.chatledger.command.conversation.SendResult.Unknown;
import io.chatledger.kernel.conversation.SendError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What the provider answered to a send request. Without an error object of its own a failure says nothing about the
 * message, so its fate is unknown.
 *
 * @param retryAfter the header of that name in seconds; null where it came without
 */
record GraphAnswer(int status, byte[] body, @Nullable String retryAfter) {

    private static final int PAIR_LIMIT = 131056;
    private static final int THROUGHPUT_LIMIT = 130429;
    private static final int APP_LIMIT = 4;
    private static final int ACCOUNT_LIMIT = 80007;

    SendResult result() {
        Json json = parsed();
        if (json != null && json.get("error").isObject()) {
            return ofError(GraphErrors.of(json.get("error")));
        }
        String id =
                json == null ? null : Bounded.id(json.get("messages").first().text("id"));
        if (status >= 200 && status < 300) {
            return id == null ? new Unknown("accepted-without-message-id") : new Accepted(id);
        }
        if (status == 429) {
            return new Throttled(wait(Duration.ofSeconds(5)));
        }
        return status >= 500 || status == 408
                ? new Unknown("http-status-" + status)
                : new NotSent("http-status-" + status, false);
    }

    private SendResult ofError(SendError error) {
        Integer code = error.code();
        if (code == null) {
            return status >= 500 ? new Unknown("http-status-" + status) : new Refused(error);
        }
        return switch (code) {
            case THROUGHPUT_LIMIT -> new Throttled(wait(Duration.ofSeconds(1)));
            case PAIR_LIMIT -> new Throttled(wait(Duration.ofSeconds(6)));
            case APP_LIMIT, ACCOUNT_LIMIT -> new Throttled(wait(Duration.ofMinutes(1)));
            default ->
                ErrorReasons.of(code).kind() == ErrorReason.Kind.TRANSIENT
                        ? new NotSent(error.reason(), true)
                        : new Refused(error);
        };
    }

    private Duration wait(Duration usual) {
        return retryAfter != null && retryAfter.matches("[0-9]{1,5}")
                ? Duration.ofSeconds(Long.parseLong(retryAfter))
                : usual;
    }

    private @Nullable Json parsed() {
        try {
            return Json.parse(body);
        } catch (JacksonException noJson) {
            return null;
        }
    }
}
