package io.chatledger.operations.deadletter;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.projection.FailureCause;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters of projections and automations, as operators see them: one line for each sequence. */
@Component
class DeadLetterList {

    private static final String LETTERS = "select d.*, case when projection is not null then sequence_index"
            + " else (convert_from(token, 'UTF8')::json->>'globalIndex')::bigint end as position, (select count(*) from"
            + " dead_letter o where o.processor_name = d.processor_name and o.sequence_id = d.sequence_id) as letters"
            + " from dead_letter d";

    private static final String FIRST = " where not exists (select from dead_letter e where e.processor_name ="
            + " d.processor_name and e.sequence_id = d.sequence_id and e.sequence_index < d.sequence_index)";

    private final JdbcClient database;

    DeadLetterList(@Qualifier("storeDataSource") DataSource store) {
        this.database = JdbcClient.create(store);
    }

    /** How many letters there are of one processor, in how many sequences, and in the longest of them. */
    record Count(String processor, long letters, long sequences, long longest) {}

    /** A part of the list. */
    record Part(List<DeadLetterView> items, @Nullable String nextCursor) {}

    /** @param cursor from a part before; null for the first one */
    Part find(@Nullable String processor, @Nullable String tenant, int limit, @Nullable String cursor) {
        String[] after = cursor == null ? new String[] {"", ""} : parsed(cursor);
        List<DeadLetterView> found = database.sql(LETTERS + FIRST + " and (enqueued_at, letter_id) > (:at, :id)"
                        + " and (:processor::text is null or processor_name = :processor or projection = :processor"
                        + " or starts_with(processor_name, :processor || '.'))"
                        + " and (:tenant::text is null or tenant_id = :tenant)"
                        + " order by enqueued_at, letter_id limit :limit")
                .param("at", after[0])
                .param("id", after[1])
                .param("processor", processor)
                .param("tenant", tenant)
                .param("limit", limit + 1)
                .query((row, number) -> view(row))
                .list();
        List<DeadLetterView> items = found.subList(0, Math.min(limit, found.size()));
        return new Part(items, found.size() > limit ? cursor(items.getLast()) : null);
    }

    Optional<DeadLetterView> named(String id) {
        return database.sql(LETTERS + " where letter_id = :id")
                .param("id", id)
                .query((row, number) -> view(row))
                .optional();
    }

    List<Count> counts() {
        return database.sql(
                        "select processor_name, sum(size), count(*), max(size) from (select processor_name, count(*)"
                                + " as size from dead_letter group by processor_name, sequence_id) s group by 1 order by 1")
                .query((row, number) -> new Count(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    /** Sequences for somebody to look at, the oldest first. */
    List<String> sequences(int atMost) {
        return database.sql("select sequence_id from dead_letter group by 1 order by min(enqueued_at) limit :limit")
                .param("limit", atMost)
                .query(String.class)
                .list();
    }

    long inSequence(DeadLetterView letter) {
        return database.sql("select count(*) from dead_letter where processor_name = :processor and sequence_id = :id")
                .param("processor", letter.processor())
                .param("id", letter.sequence())
                .query(Long.class)
                .single();
    }

    private static DeadLetterView view(ResultSet row) throws SQLException {
        String cause = row.getString("cause_type");
        return new DeadLetterView(
                row.getString("letter_id"),
                row.getString("processor_name"),
                row.getString("projection"),
                row.getString("tenant_id"),
                row.getString("sequence_id"),
                row.getObject("position", Long.class),
                row.getString("payload_name"),
                row.getString("event_id"),
                row.getString("aggregate_id"),
                cause == null ? null : new FailureCause(cause, row.getString("cause_message")),
                row.getString("enqueued_at"),
                row.getInt("attempts"),
                row.getLong("letters"));
    }

    private static String cursor(DeadLetterView last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((last.parkedAt() + "|" + last.id()).getBytes(StandardCharsets.UTF_8));
    }

    private static String[] parsed(String cursor) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("\\|", -1);
            if (parts.length == 2 && parts[0].matches("[-0-9TZ:.]*") && parts[1].matches("[-0-9a-f]*")) {
                return parts;
            }
        } catch (IllegalArgumentException noBase64) {
            // as any other text that was never given out
        }
        throw DomainProblem.invalid("cursor", "malformed", "This is no cursor of a list.");
    }
}
