package io.chatledger.operations.backup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options of a command line, {@code --name value} or {@code --name=value}. */
record Arguments(Map<String, String> values) {

    /** @throws IllegalArgumentException with a line for the person who wrote it */
    static Arguments parse(List<String> given, List<String> known) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            String[] parts = given.get(i).split("=", 2);
            if (!known.contains(parts[0])) {
                throw new IllegalArgumentException("there is no option " + parts[0]);
            }
            if (parts.length == 1 && ++i == given.size()) {
                throw new IllegalArgumentException(parts[0] + " needs a value");
            }
            values.put(parts[0], parts.length == 2 ? parts[1] : given.get(i));
        }
        return new Arguments(values);
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    String required(String name) {
        String value = values.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
