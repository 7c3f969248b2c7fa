package io.chatledger.query.replay;

import io.chatledger.query.RowComparison;
import io.chatledger.query.ViewTopic;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A view whose rows differences can be asked of. */
public record ComparedView(ViewTopic topic, RowComparison comparison) {

    /** Each row in a schema as one JSON object, without what is of no meaning to anybody outside. */
    String rows(String schema) {
        String without = Stream.of(Stream.of("tenant_id", "id"), topic.hidden().stream(), comparison.without().stream())
                .flatMap(columns -> columns)
                .sorted()
                .collect(Collectors.joining("', '", "'", "'"));
        String besides = comparison.besides().isEmpty()
                ? ""
                : " || " + comparison.besides().formatted(schema);
        return "select t.id, to_jsonb(t) - array[" + without + "]" + besides + " as fields from " + schema + "."
                + topic.table().getName() + " t where t.tenant_id = {0}";
    }
}
