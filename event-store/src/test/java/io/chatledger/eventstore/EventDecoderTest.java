package io.chatledger.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.contact.ContactEvent.ProfileNameChanged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.message.EventRegistry;
import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.kernel.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventDecoderTest {

    private static final String NAME = "contact.ProfileNameChanged";
    private static final ProfileNameChanged EVENT = new ProfileNameChanged(
            ContactId.of(new TenantId("shop"), new UUID(1, 2)), "Ana ñ", Instant.parse("2026-03-01T12:00:00Z"));

    private final EventSerializer serializer = new EventSerializer(new EventRegistry());
    private final EventDecoder decoder = new EventDecoder(serializer, new EventUpcasterChain(new Renamed()));

    @Test
    void anEventOfTodayIsReadAsItIs() {
        assertThat(decoder.decode(NAME, 1, json())).isEqualTo(EVENT);
    }

    @Test
    void anEventOfAnEarlierRevisionIsBroughtUpToDate() {
        byte[] early = new String(json(), StandardCharsets.UTF_8)
                .replace("\"name\"", "\"called\"")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(decoder.decode(NAME, 0, early)).isEqualTo(EVENT);
    }

    @Test
    void whatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> decoder.decode("contact.Vanished", 1, json()))
                .hasMessageContaining("contact.Vanished");
    }

    private byte[] json() {
        return serializer.serialize(EVENT, byte[].class).getData();
    }

    private static final class Renamed extends SingleEventUpcaster {
        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(new SimpleSerializedType(NAME, "0"));
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(new SimpleSerializedType(NAME, "1"), JsonNode.class, json -> {
                ((ObjectNode) json).set("name", json.get("called"));
                return json;
            });
        }
    }
}
