package io.chatledger.lab.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether everything that was acknowledged is there, once, in the history and in what is shown of it. */
final class Verification {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** In the history the provider's ids are sealed: what is shown of a message says which it is. */
    private static final String RECEIVED = "select coalesce(v.provider_message_id, e.payload->>'messageId'), count(*)"
            + " from event e left join message_view v on v.tenant_id = e.tenant_id and v.id = e.payload->>'messageId'"
            + " where e.name = 'conversation.MessageReceived' group by 1";

    private static final String SHOWN =
            "select provider_message_id, count(*) from message_view where direction = 'inbound' group by 1";
    /** Notes are sealed there and idempotency keys hashed. */
    private static final String NOTED = "with shown as (select v.tenant_id, note->>'id' as id, note->>'text' as text"
            + " from conversation_view v, jsonb_array_elements(v.notes) note)"
            + " select coalesce(s.text, e.payload->>'noteId'), count(*) from event e"
            + " left join shown s on s.tenant_id = e.tenant_id and s.id = e.payload->>'noteId'"
            + " where e.name = 'conversation.NoteAdded' group by 1";

    private static final String NOTES_SHOWN =
            "select note->>'text', count(*) from conversation_view," + " jsonb_array_elements(notes) note group by 1";
    private static final String UNFINISHED = "select count(*) from webhook_journal where state = 'received'";
    private static final String BEHIND = "select (select position from event_head) - (select"
            + " min((convert_from(token, 'UTF8')::json->>'globalIndex')::bigint) from token_entry"
            + " where processor_name like 'projection.%')";
    private static final String POSITIONS =
            "select count(*) - max(position) + (select position from event_head) - max(position) from event";
    private static final String SEQUENCES = "select count(*) from (select sequence,"
            + " lag(sequence, 1, -1::bigint) over (partition by aggregate_id order by position) as before from event) s"
            + " where sequence <> before + 1";

    private final Database database;
    private final Outcome outcome;
    private final Set<String> lost = new LinkedHashSet<>();
    private final Set<String> doubled = new LinkedHashSet<>();
    private final Set<String> skipped = new LinkedHashSet<>();

    Verification(Database database, Outcome outcome) {
        this.database = database;
        this.outcome = outcome;
    }

    void awaitWorkedOff() throws InterruptedException {
        boolean done = Waiting.until(PATIENCE, () -> database.number(UNFINISHED) == 0 && database.number(BEHIND) == 0);
        outcome.demand(done, "the journal or the projections are not worked off in time");
    }

    void spoil(Sabotage sabotage) throws SQLException {
        try (Connection connection = database.open()) {
            sabotage.commit(connection);
        }
    }

    void compare(Traffic traffic, ReadModels readModels) throws Exception {
        compare(traffic.messages(), RECEIVED, SHOWN);
        compare(traffic.commands(), NOTED, NOTES_SHOWN);
        outcome.figure(
                "acknowledged", traffic.messages().size() + traffic.commands().size());
        report("lost", lost);
        report("doubled", doubled);
        report("skipped", skipped);
        outcome.demand(!traffic.messages().isEmpty() && !traffic.commands().isEmpty(), "nothing was acknowledged");
        outcome.demand(database.number(POSITIONS) == 0, "positions have gaps, or the head is not the last of them");
        outcome.demand(database.number(SEQUENCES) == 0, "sequences of streams have gaps");
        List<String> differences = readModels.differencesToRebuild();
        outcome.demand(differences.isEmpty(), "not as a rebuild makes them: " + differences);
    }

    private void compare(Collection<String> acknowledged, String stored, String shown) throws SQLException {
        Map<String, Long> events = database.counts(stored);
        Map<String, Long> rows = database.counts(shown);
        acknowledged.stream().filter(id -> !events.containsKey(id)).forEach(lost::add);
        events.keySet().stream().filter(id -> !rows.containsKey(id)).forEach(skipped::add);
        List.of(events, rows)
                .forEach(counts -> counts.forEach((id, count) -> {
                    if (count > 1) {
                        doubled.add(id);
                    }
                }));
    }

    private void report(String what, Set<String> ids) {
        outcome.figure(what, ids.size());
        outcome.demand(ids.isEmpty(), what + ": " + ids.stream().limit(3).toList());
    }
}
