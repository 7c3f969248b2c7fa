package io.chatledger.kernel.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One message within a tenant, whichever way it went. */
public record MessageId(@JsonValue UUID value) {

    @JsonCreator
    public MessageId {}

    public static MessageId of(UUID value) {
        return new MessageId(value);
    }

    /** From its text; under this name a snapshot finds it, where ids are the keys of a map. */
    public static MessageId valueOf(String text) {
        return new MessageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
