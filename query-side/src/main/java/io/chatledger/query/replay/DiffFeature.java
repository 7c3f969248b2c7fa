package io.chatledger.query.replay;

import io.chatledger.kernel.problem.DomainProblem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What differences can be asked about, named as callers see it. */
public enum DiffFeature {
    channel("channel_view"),
    contact("contact_view", "search"),
    conversation("conversation_view"),
    message("message_view", "search", "order_at", "message_key"),
    webhook("webhook_journal_view");

    /** What the providers have reported about a message is in rows of its own. */
    private static final String DELIVERIES = """
             || jsonb_build_object('deliveries', (
               select coalesce(jsonb_agg(s.history order by s.id), '[]') from %s.message_status_view s
               where s.tenant_id = t.tenant_id and t.direction = 'outbound'
                 and case when t.message_key is null then s.message_id = t.id else s.id = t.message_key end))""";

    private final String view;
    private final List<String> internal;

    DiffFeature(String view, String... internal) {
        this.view = view;
        this.internal = List.of(internal);
    }

    /** @throws DomainProblem {@code invalid-request} */
    public static DiffFeature of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(feature -> feature.name().equals(word))
                .findFirst()
                .orElseThrow(() -> DomainProblem.invalid(
                        "feature",
                        word == null || word.isEmpty() ? "required" : "unknown-value",
                        "This is one of "
                                + Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", ")) + "."));
    }

    /** Each row of the feature in a schema as one JSON object, without what is of no meaning to anybody outside. */
    String rows(String schema) {
        String hidden = internal.stream().map(column -> ", '" + column + "'").collect(Collectors.joining());
        String more = this == message ? DELIVERIES.formatted(schema) : "";
        return "select t.id, to_jsonb(t) - array['tenant_id', 'id'" + hidden + "]" + more + " as fields from " + schema
                + "." + view + " t where t.tenant_id = {0}";
    }
}
