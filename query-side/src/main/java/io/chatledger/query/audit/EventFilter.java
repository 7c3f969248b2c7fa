package io.chatledger.query.audit;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;

import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Choice;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted; what is null is not asked for.
 *
 * @param correlationId of everything that one request led to
 * @param feature first part of the name, such as {@code conversation}
 * @param aggregateId the id of the API, or a stream's whole name
 * @param type {@code conversation.MessageReceived} or {@code MessageReceived}
 * @param actor a kind of actor, the id of one, or both as {@code account:<id>}
 * @param from the earliest moment of storage
 * @param to the moment of storage that is too late
 * @param order {@code desc}, the newest first, or {@code asc}
 */
public record EventFilter(
        @Nullable String feature,
        @Nullable String aggregateId,
        @Nullable String type,
        @Nullable String actor,
        @Nullable String correlationId,
        @Nullable String from,
        @Nullable String to,
        @Nullable String order) {

    private static final Pattern FEATURE = Pattern.compile("[a-z]{1,50}");
    private static final Pattern TYPE = Pattern.compile("([a-z]{1,50}\\.)?[A-Z][A-Za-z0-9]{0,99}");
    private static final Pattern AGGREGATE = Pattern.compile("([a-z0-9-]{1,64}/[a-z]{1,50}/)?[A-Za-z0-9_.:-]{1,100}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,200}");
    private static final List<String> ACTORS =
            Arrays.stream(Actor.Type.values()).map(Actor.Type::name).toList();

    boolean oldestFirst() {
        return "asc".equals(Choice.of(order, "order", List.of("asc", "desc")));
    }

    /** @throws DomainProblem {@code invalid-request} with the field that makes no sense */
    Condition toCondition(TenantId tenant) {
        return where("e.tenant_id = ?", tenant.value())
                .and(ofFeature())
                .and(ofAggregate())
                .and(ofType())
                .and(byActor())
                .and(where("e.metadata->>'correlationId' = ?", Given.word(correlationId, "correlationId", ID)))
                .and(where("e.recorded_at >= ?", timestamp(from, "from")))
                .and(where("e.recorded_at < ?", timestamp(to, "to")));
    }

    private Condition ofFeature() {
        return where("split_part(e.name, '.', 1) = ?", Given.word(feature, "feature", FEATURE));
    }

    private Condition ofAggregate() {
        String wanted = Given.word(aggregateId, "aggregateId", AGGREGATE);
        boolean whole = wanted != null && wanted.contains("/");
        return where(whole ? "e.aggregate_id = ?" : "substring(e.aggregate_id from '[^/]*$') = ?", wanted);
    }

    private Condition ofType() {
        String wanted = Given.word(type, "type", TYPE);
        boolean whole = wanted != null && wanted.contains(".");
        return where(whole ? "e.name = ?" : "split_part(e.name, '.', 2) = ?", wanted);
    }

    private Condition byActor() {
        String wanted = Given.word(actor, "actor", ID);
        if (wanted == null) {
            return noCondition();
        }
        if (ACTORS.contains(wanted)) {
            return where("e.metadata->>'actorType' = ?", wanted);
        }
        int colon = wanted.indexOf(':');
        return where("e.metadata->>'actorId' = ?", wanted.substring(colon + 1))
                .and(where("e.metadata->>'actorType' = ?", colon < 0 ? null : wanted.substring(0, colon)));
    }

    private static @Nullable Timestamp timestamp(@Nullable String text, String field) {
        Instant instant = Given.instant(text, field);
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Condition where(String sql, @Nullable Object value) {
        return value == null ? noCondition() : condition(sql, value);
    }
}
