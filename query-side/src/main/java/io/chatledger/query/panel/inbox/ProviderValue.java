package io.chatledger.query.panel.inbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a provider sent, of whatever shape, without ever failing. */
record ProviderValue(@Nullable Object value) {

    ProviderValue get(String key) {
        return new ProviderValue(value instanceof Map<?, ?> map ? map.get(key) : null);
    }

    List<ProviderValue> items() {
        return value instanceof List<?> list
                ? list.stream().map(ProviderValue::new).toList()
                : List.of();
    }

    ProviderValue first() {
        return items().stream().findFirst().orElse(new ProviderValue(null));
    }

    /** Null unless there is a text, number or boolean that says something. */
    @Nullable
    String text() {
        return switch (value) {
            case String text when !text.isBlank() -> text;
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case null, default -> null;
        };
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }
}
