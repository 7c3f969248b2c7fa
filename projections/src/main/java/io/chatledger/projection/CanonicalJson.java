package io.chatledger.projection;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of which the same content always has the same bytes, before and after it was in the database: keys sorted,
 * numbers in plain notation, nothing that PostgreSQL cannot hold.
 */
public final class CanonicalJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private CanonicalJson() {}

    public static JSONB write(Object value) {
        return JSONB.valueOf(MAPPER.writeValueAsString(canonical(MAPPER.convertValue(value, Object.class))));
    }

    /** The elements of an array, in a list of their own. */
    public static <T> List<T> read(JSONB array, Class<T> type) {
        return new ArrayList<>(
                MAPPER.readValue(array.data(), MAPPER.getTypeFactory().constructCollectionType(List.class, type)));
    }

    /** The array with one more element at its end. */
    public static JSONB append(JSONB array, Object element) {
        List<Object> elements = read(array, Object.class);
        elements.add(element);
        return write(elements);
    }

    private static @Nullable Object canonical(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> sorted(map);
            case List<?> list -> list.stream().map(CanonicalJson::canonical).toList();
            case String text -> Storable.text(text);
            case Boolean truth -> truth;
            case Number number -> plain(number);
            default -> throw new IllegalStateException("no JSON: " + value.getClass());
        };
    }

    private static Map<String, @Nullable Object> sorted(Map<?, ?> map) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(Storable.text(String.valueOf(key)), canonical(value)));
        return sorted;
    }

    private static Object plain(Number number) {
        return switch (number) {
            case BigDecimal decimal -> decimal.stripTrailingZeros();
            case BigInteger integer -> integer;
            case Double real when !Double.isFinite(real) -> real.toString();
            case Double real -> BigDecimal.valueOf(real).stripTrailingZeros();
            case Float real -> plain(real.doubleValue());
            default -> number.longValue();
        };
    }
}
