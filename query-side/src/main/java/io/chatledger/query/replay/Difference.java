package io.chatledger.query.replay;

import io.chatledger.query.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What became of one thing between two moments.
 *
 * @param change {@code added, changed, removed}
 * @param fields those that are different, by name
 */
public record Difference(String id, String change, List<FieldChange> fields) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param before the fields by their column; null where there was no such thing, and so for after */
    static Difference of(String id, @Nullable String before, @Nullable String after) {
        JsonNode then = before == null ? null : JSON.readTree(before);
        JsonNode now = after == null ? null : JSON.readTree(after);
        return new Difference(id, FieldChange.kind(then, now), FieldChange.between(then, now));
    }
}
