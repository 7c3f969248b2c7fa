package io.chatledger.web.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A call and what it was answered, from {@code api/examples/<operation>.json}. A test carries each of them out.
 *
 * @param path by the names of the path's variables
 * @param query by the names of the parameters
 * @param headers that matter here
 * @param body null where there is none; any JSON
 * @param status of the answer
 * @param type of the answer's content; JSON where it is absent
 * @param answer null where there is none; any JSON, or text
 */
record Example(
        @Nullable Map<String, String> path,
        @Nullable Map<String, String> query,
        @Nullable Map<String, String> headers,
        @Nullable Object body,
        int status,
        @Nullable String type,
        @Nullable Object answer) {

    private static final String FOLDER = "/api/examples/";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Empty where there is none, which a test reports. */
    static Optional<Example> of(String operation) {
        try (InputStream file = Example.class.getResourceAsStream(FOLDER + operation + ".json")) {
            return file == null ? Optional.empty() : Optional.of(JSON.readValue(file, Example.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String contentType() {
        return type == null ? "application/json" : type;
    }
}
