package io.chatledger.kernel.message;

import static java.util.Map.entry;

import com.fasterxml.jackson.annotation.JsonValue;
import io.chatledger.kernel.claim.ClaimId;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what the fields of events look like as JSON, and remembers which types they have. */
final class CatalogueTypes {

    private static final Map<Class<?>, String> PLAIN = Map.ofEntries(
            entry(String.class, "text"),
            entry(Instant.class, "instant"),
            entry(UUID.class, "UUID"),
            entry(int.class, "integer"),
            entry(Integer.class, "integer"),
            entry(long.class, "integer"),
            entry(Long.class, "integer"),
            entry(double.class, "number"),
            entry(boolean.class, "boolean"),
            entry(Boolean.class, "boolean"),
            entry(Map.class, "object"));

    private final Set<Class<?>> met = new TreeSet<>(Comparator.comparing(Class::getName));

    /** The components of a record, in the order in which they are written. */
    String fields(Class<?> type) {
        return Stream.of(type.getRecordComponents()).map(this::field).collect(Collectors.joining(", "));
    }

    /** The types that fields have had so far, and those that these are made of. */
    String table() {
        Map<String, String> rows = new TreeMap<>();
        for (Class<?> next = unsaid(rows); next != null; next = unsaid(rows)) {
            rows.put(name(next), json(next));
        }
        String table = rows.entrySet().stream()
                .map(type -> EventCatalogue.row(type.getKey(), type.getValue()))
                .collect(Collectors.joining());
        return "\n## Types\n\nAn instant is text, ISO 8601 in UTC.\n\n" + EventCatalogue.row("type", "JSON")
                + EventCatalogue.row("---", "---") + table;
    }

    private @Nullable Class<?> unsaid(Map<String, String> rows) {
        return met.stream()
                .filter(type -> !rows.containsKey(name(type)))
                .findFirst()
                .orElse(null);
    }

    private String field(RecordComponent component) {
        String marks = Stream.of(
                        component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "optional" : "",
                        component.isAnnotationPresent(PersonalData.class) ? "personal" : "")
                .filter(mark -> !mark.isEmpty())
                .collect(Collectors.joining(", "));
        return "`" + component.getName() + "` " + typeOf(component) + (marks.isEmpty() ? "" : " *(" + marks + ")*");
    }

    private String typeOf(RecordComponent component) {
        return component.getType() == List.class
                ? "list of " + typeOf(Samples.elementOf(component))
                : typeOf(component.getType());
    }

    private String typeOf(Class<?> type) {
        String plain = PLAIN.get(type);
        if (plain != null) {
            return plain;
        }
        met.add(type);
        return name(type);
    }

    private String json(Class<?> type) {
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(constant -> "`" + constant + "`")
                    .collect(Collectors.joining(", ", "one of ", ""));
        } else if (type == ClaimId.class) {
            return "text, `<tenant>/<feature>/<uuid>`";
        } else if (Samples.full(type) instanceof StreamId id) {
            return "text, `<tenant>/" + id.value().split("/", -1)[1] + "/<uuid>`";
        }
        RecordComponent first = type.getRecordComponents()[0];
        boolean bare = first.getAccessor().isAnnotationPresent(JsonValue.class);
        return bare ? typeOf(first) : fields(type);
    }

    /** A nested type goes by both names, as in {@code MessageContent.Media}. */
    private static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : name(outer) + "." + type.getSimpleName();
    }
}
