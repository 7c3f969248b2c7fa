package io.chatledger.query.panel.audit;

import io.chatledger.query.audit.EventFilter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the time line shows, as the address bar and the filter form say it; always the newest first. */
public record HistoryQuery(
        @Nullable String feature,
        @Nullable String aggregateId,
        @Nullable String type,
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable String from,
        @Nullable String to) {

    /** Whether anything narrows the history down. */
    public boolean narrowed() {
        return !given().isEmpty();
    }

    /** Whether it is narrowed by what the simple part of the form does not show. */
    public boolean special() {
        return given().keySet().stream().anyMatch(name -> !name.equals("feature") && !name.equals("type"));
    }

    EventFilter filter() {
        return new EventFilter(
                feature, stripped(aggregateId), type, stripped(actor), stripped(correlationId), from, to, null);
    }

    /** The same part of the history, from there on. */
    String address(String path, String cursor) {
        Map<String, String> parameters = given();
        parameters.put("cursor", cursor);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }

    private Map<String, String> given() {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("feature", feature);
        all.put("aggregateId", aggregateId);
        all.put("type", type);
        all.put("actor", actor);
        all.put("correlationId", correlationId);
        all.put("from", from);
        all.put("to", to);
        Map<String, String> given = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                given.put(name, Objects.requireNonNull(value));
            }
        });
        return given;
    }

    /** As it comes out of somebody's clipboard. */
    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }
}
