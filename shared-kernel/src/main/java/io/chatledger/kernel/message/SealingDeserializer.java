package io.chatledger.kernel.message;

import io.chatledger.kernel.message.PersonalData.Purpose;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a component of an event that may be sealed. Of an erased person it reads null or, where a component is never
 * null, empty text.
 */
final class SealingDeserializer extends ValueDeserializer<Object> {

    private final SealedJson sealed;
    private final JsonMapper plain;
    private final @Nullable BeanProperty property;
    private final @Nullable ValueDeserializer<Object> open;
    private final @Nullable String erased;

    SealingDeserializer(SealedJson sealed, JsonMapper plain) {
        this(sealed, plain, null, null, null);
    }

    private SealingDeserializer(
            SealedJson sealed,
            JsonMapper plain,
            @Nullable BeanProperty property,
            @Nullable ValueDeserializer<Object> open,
            @Nullable String erased) {
        this.sealed = sealed;
        this.plain = plain;
        this.property = property;
        this.open = open;
        this.erased = erased;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty of) {
        return of == null
                ? this
                : new SealingDeserializer(
                        sealed,
                        plain,
                        of,
                        context.findContextualValueDeserializer(of.getType(), of),
                        isNullable(of) ? null : "");
    }

    @Override
    @SuppressWarnings("NullAway") // Jackson takes null for a value that is null.
    public @Nullable Object deserialize(JsonParser json, DeserializationContext context) {
        if (property == null || open == null) {
            throw new IllegalStateException("personal data outside of a component");
        }
        if (!json.hasToken(JsonToken.START_ARRAY)) {
            return open.deserialize(json, context);
        }
        json.nextToken();
        String person = json.nextStringValue();
        String base64 = json.nextStringValue();
        String purpose = json.nextToken() == JsonToken.END_ARRAY ? Purpose.service.name() : json.getString();
        if (!json.hasToken(JsonToken.END_ARRAY)) {
            json.nextToken();
        }
        if (person == null || base64 == null) {
            throw DatabindException.from(json, "personal data that is neither open nor sealed");
        }
        byte[] data = open(json, person, purpose, base64);
        return data == null ? erased : plain.readValue(data, property.getType());
    }

    private byte @Nullable [] open(JsonParser json, String person, String purpose, String base64) {
        try {
            return sealed.open(person, purpose, Objects.requireNonNull(property).getName(), base64);
        } catch (IllegalStateException | IllegalArgumentException broken) {
            throw DatabindException.from(json, "personal data that cannot be opened", broken);
        }
    }

    private static boolean isNullable(BeanProperty property) {
        Class<?> type = property.getMember().getDeclaringClass();
        return !property.getType().hasRawClass(String.class)
                || Stream.ofNullable(type.getRecordComponents())
                        .flatMap(Stream::of)
                        .filter(component -> component.getName().equals(property.getName()))
                        .anyMatch(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }
}
