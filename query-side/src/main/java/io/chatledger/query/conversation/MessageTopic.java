package io.chatledger.query.conversation;

import static io.chatledger.readmodel.generated.Tables.MESSAGE_VIEW;

import io.chatledger.query.RowComparison;
import io.chatledger.query.ViewTopic;
import java.util.List;
import java.util.Set;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Its changes say which conversation they are of. */
@Component
final class MessageTopic implements ViewTopic {

    /** What the providers have reported about a message is in rows of its own. */
    private static final String DELIVERIES = """
            jsonb_build_object('deliveries', (
              select coalesce(jsonb_agg(s.history order by s.id), '[]') from %s.message_status_view s
              where s.tenant_id = t.tenant_id and t.direction = 'outbound'
                and case when t.message_key is null then s.message_id = t.id else s.id = t.message_key end))""";

    @Override
    public String name() {
        return "message";
    }

    @Override
    public Table<?> table() {
        return MESSAGE_VIEW;
    }

    @Override
    public String permission() {
        return "conversations.read";
    }

    @Override
    public List<String> signals(String id) {
        return List.of(ConversationTopic.LIST, ConversationTopic.THREAD + id);
    }

    @Override
    public Set<String> hidden() {
        return Set.of("search", "order_at");
    }

    @Override
    public RowComparison comparison() {
        return new RowComparison("message", Set.of("message_key"), DELIVERIES);
    }
}
