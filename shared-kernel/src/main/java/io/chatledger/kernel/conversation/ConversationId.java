package io.chatledger.kernel.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The conversation of one contact on one channel. */
public record ConversationId(@JsonValue String value) implements StreamId {

    @JsonCreator
    public ConversationId {
        StreamId.checked(value, "conversation");
    }

    public static ConversationId of(TenantId tenant, UUID key) {
        return new ConversationId(StreamId.name(tenant, "conversation", key));
    }

    /** One conversation for one contact on one channel. */
    public static ConversationId of(ChannelId channel, ContactId contact) {
        byte[] name = (channel + "/" + contact).getBytes(StandardCharsets.UTF_8);
        return of(channel.tenant(), UUID.nameUUIDFromBytes(name));
    }

    @Override
    public String toString() {
        return value;
    }
}
