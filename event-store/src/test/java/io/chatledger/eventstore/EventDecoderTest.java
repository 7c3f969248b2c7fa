package io.chatledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.eventstore.TallyEvent.BellRung;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventDecoderTest {

    private static final String NAME = "tally.BellRung";
    private static final BellRung EVENT = new BellRung("Ana ñ", Instant.parse("2026-03-01T12:00:00Z"));

    private final Serializer serializer = Language.today().events();
    private final EventDecoder decoder = new EventDecoder(serializer, new EventUpcasterChain(new Renamed()));

    @Test
    void anEventOfTodayIsReadAsItIs() {
        assertThat(decoder.decode(NAME, 1, json())).isEqualTo(EVENT);
    }

    @Test
    void anEventOfAnEarlierRevisionIsBroughtUpToDate() {
        byte[] early = new String(json(), StandardCharsets.UTF_8)
                .replace("\"where\"", "\"called\"")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(decoder.decode(NAME, 0, early)).isEqualTo(EVENT);
    }

    @Test
    void whatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> decoder.decode("tally.Vanished", 1, json())).hasMessageContaining("tally.Vanished");
    }

    private byte[] json() {
        return serializer.serialize(EVENT, byte[].class).getData();
    }

    private static final class Renamed extends SingleEventUpcaster {
        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(new SimpleSerializedType(NAME, null));
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(new SimpleSerializedType(NAME, "1"), JsonNode.class, json -> {
                ((ObjectNode) json).set("where", ((ObjectNode) json).remove("called"));
                return json;
            });
        }
    }
}
