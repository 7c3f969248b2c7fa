package io.chatledger.query;

import java.util.List;
import org.jooq.JSONB;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON that the read models keep in columns. */
public final class JsonColumn {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonColumn() {}

    public static <T> T read(JSONB column, Class<T> type) {
        return JSON.readValue(column.data(), type);
    }

    public static <T> List<T> list(JSONB column, Class<T> type) {
        return JSON.readValue(column.data(), JSON.getTypeFactory().constructCollectionType(List.class, type));
    }
}
