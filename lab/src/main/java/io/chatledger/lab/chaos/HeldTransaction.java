package io.chatledger.lab.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/**
 * Somebody takes the next positions, under a clock that is over a minute behind, and commits only after a long time,
 * while the projections follow and everybody wants to append.
 */
final class HeldTransaction implements Scenario {

    private static final String TAKE = """
            with first as (
              select o.aggregate_id as stream, o.payload->>'conversationId' as conversation,
                r.payload->>'messageId' as message
              from event o join event r using (aggregate_id)
              where o.name = 'conversation.ConversationOpened' and o.sequence = 0
                and r.name = 'conversation.MessageReceived' and r.sequence = 1
              order by o.position limit 1),
            head as (update event_head set position = position + 2 returning position)
            insert into event
            select head.position - 1 + e.sequence, gen_random_uuid()::text, e.tenant_id, e.aggregate_type,
              replace(e.aggregate_id, right(first.stream, 36), ?), e.sequence, e.name, e.revision,
              now() - interval '70 seconds',
              jsonb_set(replace(replace(e.payload::text, right(first.stream, 36), ?), first.message, ?)::jsonb,
                '{providerMessageId}', to_jsonb(?::text), false)::json,
              e.metadata
            from first, head, event e where e.aggregate_id = first.stream and e.sequence in (0, 1)
            """;

    @Override
    public Outcome play(Options options) throws Exception {
        try (Stage stage = new Stage(options).open(1);
                Connection holder = stage.database().open()) {
            stage.pause(options.seconds(4, 2));
            holder.setAutoCommit(false);
            String held = take(holder);
            stage.pause(options.hold());
            boolean told = stage.traffic().answers().getFirst().refused() > 0 || isShort(options.hold());
            stage.outcome().demand(told, "nobody was told to come back later");
            holder.commit();
            stage.traffic().messages().add(held);
            stage.awaitRecovery();
            stage.pause(options.seconds(5, 2));
            return stage.verdict(false);
        }
    }

    /** Appends wait for the head for a while, and nobody need be refused if it comes. */
    private static boolean isShort(Duration hold) {
        return hold.toSeconds() < 12;
    }

    /** @return the provider's id of the message that is stored, but for the commit; unsealed, as in old histories */
    private static String take(Connection holder) throws SQLException {
        String conversation = UUID.randomUUID().toString();
        String wamid = "wamid.HELD";
        try (PreparedStatement statement = holder.prepareStatement(TAKE)) {
            statement.setString(1, conversation);
            statement.setString(2, conversation);
            statement.setString(3, UUID.randomUUID().toString());
            statement.setString(4, wamid);
            if (statement.executeUpdate() != 2) {
                throw new IllegalStateException("there is nothing to take after");
            }
        }
        return wamid;
    }
}
