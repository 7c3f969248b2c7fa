package io.chatledger.kernel.message;

import io.chatledger.kernel.message.PersonalData.Purpose;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Writes a component of an event sealed under the key of the event's person. */
final class SealingSerializer extends ValueSerializer<Object> {

    private final PersonalDataSeals seals;
    private final JsonMapper plain;
    private final Purpose purpose;
    private final String field;

    SealingSerializer(PersonalDataSeals seals, JsonMapper plain, Purpose purpose, String field) {
        this.seals = seals;
        this.plain = plain;
        this.purpose = purpose;
        this.field = field;
    }

    @Override
    public ValueSerializer<?> createContextual(SerializationContext context, @Nullable BeanProperty property) {
        return property == null ? this : new SealingSerializer(seals, plain, purpose, property.getName());
    }

    @Override
    public void serialize(Object value, JsonGenerator json, SerializationContext context) {
        StreamId person = person(json.streamWriteContext());
        if (person == null) {
            // An event of a revision that did not say whose it is: it has been stored open before.
            context.writeValue(json, value);
            return;
        }
        byte[] sealed = seals.seal(person, purpose, field, plain.writeValueAsBytes(value));
        json.writeStartArray();
        json.writeString(SealedJson.MARK);
        json.writeString(person.value());
        json.writeBinary(sealed);
        if (purpose != Purpose.service) {
            json.writeString(purpose.name());
        }
        json.writeEndArray();
    }

    /** Of the innermost event around the component: a snapshot may hold events of its own. */
    private static @Nullable StreamId person(@Nullable TokenStreamContext context) {
        for (TokenStreamContext around = context; around != null; around = around.getParent()) {
            if (around.currentValue() instanceof Event event) {
                return event.person();
            }
        }
        return null;
    }
}
