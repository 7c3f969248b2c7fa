package io.chatledger.kernel.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.webhook.DeliveryId;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryRepeated;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventSerializerTest {

    private static final DeliveryRepeated REPEATED = new DeliveryRepeated(
            DeliveryId.of(new TenantId("acme"), new UUID(0, 7)), 3, Instant.parse("2026-03-01T09:30:00.000001Z"));
    private static final String JSON = "{\"deliveryId\":\"acme/webhook/00000000-0000-0000-0000-000000000007\","
            + "\"repeats\":3,\"at\":\"2026-03-01T09:30:00.000001Z\"}";

    private final EventSerializer serializer =
            new EventSerializer(Features.builtIn().registry());

    @Test
    void anEventIsPlainJsonUnderItsLogicalName() {
        SerializedObject<String> written = serializer.serialize(REPEATED, String.class);

        assertThat(written.getType()).isEqualTo(new SimpleSerializedType("webhook.DeliveryRepeated", "1"));
        assertThat(written.getData()).isEqualTo(JSON);
    }

    @Test
    void anEventIsReadByItsLogicalName() {
        assertThat(read("webhook.DeliveryRepeated", JSON)).isEqualTo(REPEATED);
    }

    @Test
    void fieldsThatNobodyKnowsAreTolerated() {
        String withMore = JSON.replace("\"repeats\"", "\"later\":{\"deep\":[1]},\"repeats\"");

        assertThat(read("webhook.DeliveryRepeated", withMore)).isEqualTo(REPEATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"repeats\":null,"})
    void aNumberThatIsMissingIsRefused(String instead) {
        String without = JSON.replace("\"repeats\":3,", instead);

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> read("webhook.DeliveryRepeated", without))
                .havingCause()
                .withMessageContaining("repeats");
    }

    /** A later one may say the same in other fields: what is missed would be folded as if it were not there. */
    @Test
    void aRevisionThatALaterReleaseHasWrittenIsRefused() {
        assertThatExceptionOfType(LaterRevisionException.class)
                .isThrownBy(() -> read("webhook.DeliveryRepeated", "2", JSON))
                .withMessageContaining("webhook.DeliveryRepeated is stored in revision 2")
                .withMessageContaining("up to 1")
                .withMessageNotContaining("acme");
    }

    @Test
    void aKindThatOnlyALaterReleaseKnowsIsRefusedInTheSameWay() {
        String topic = "{\"conversationId\":\"acme/conversation/5f0b7a3c-30f5-3f5f-8d2f-5b0f3a0f4a10\","
                + "\"topic\":\"astrology\",\"at\":\"2026-01-01T00:00:00Z\"}";

        assertThatExceptionOfType(LaterRevisionException.class)
                .isThrownBy(() -> read("conversation.TopicSet", topic))
                .withMessageContaining("conversation.TopicSet")
                .withMessageNotContaining("astrology");
    }

    @Test
    void anUnknownNameIsReadAsUnknown() {
        assertThat(read("webhook.DeliveryForgotten", "{}")).isInstanceOf(UnknownSerializedType.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.ProcessBuilder",
                "java.util.ArrayList",
                "tools.jackson.databind.node.ObjectNode",
                "io.chatledger.kernel.tenant.TenantId",
                "io.chatledger.kernel.message.Actor",
                "io.chatledger.kernel.webhook.WebhookEvent$DeliveryRepeated",
                "io.chatledger.kernel.webhook.WebhookEvent"
            })
    void noClassCanBeReadByItsName(String className) throws ClassNotFoundException {
        assertThat(Class.forName(className)).as("else the test says nothing").isNotNull();

        assertThat(serializer.classForType(new SimpleSerializedType(className, "1")))
                .isEqualTo(UnknownSerializedType.class);
        assertThat(read(className, JSON)).isInstanceOf(UnknownSerializedType.class);
    }

    @Test
    void aTokenOfAxonIsReadBackUnderItsClassName() {
        GlobalSequenceTrackingToken token = new GlobalSequenceTrackingToken(4711);
        SerializedObject<String> written = serializer.serialize(token, String.class);

        assertThat(written.getData()).isEqualTo("{\"globalIndex\":4711}");
        assertThat(read(GlobalSequenceTrackingToken.class.getName(), written.getData()))
                .isEqualTo(token);
    }

    @Test
    void metadataIsReadBack() {
        MetaData metaData = MetaData.from(Map.of("tenant", "acme", "correlationId", "c-1"));
        SerializedObject<String> written = serializer.serialize(metaData, String.class);

        assertThat(serializer.<String, MetaData>deserialize(written)).isEqualTo(metaData);
    }

    private Object read(String name, String json) {
        return read(name, "1", json);
    }

    private Object read(String name, String revision, String json) {
        return serializer.deserialize(new SimpleSerializedObject<>(json, String.class, name, revision));
    }
}
