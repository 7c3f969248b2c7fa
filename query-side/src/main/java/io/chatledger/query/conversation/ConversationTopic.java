package io.chatledger.query.conversation;

import static io.chatledger.readmodel.generated.Tables.CONVERSATION_VIEW;

import io.chatledger.query.RowComparison;
import io.chatledger.query.ViewTopic;
import java.util.List;
import java.util.Set;
import org.jooq.Table;
import org.springframework.stereotype.Component;

@Component
final class ConversationTopic implements ViewTopic {

    static final String LIST = "conversations";
    static final String THREAD = "thread-";

    @Override
    public String name() {
        return "conversation";
    }

    @Override
    public Table<?> table() {
        return CONVERSATION_VIEW;
    }

    @Override
    public String permission() {
        return "conversations.read";
    }

    @Override
    public List<String> signals(String id) {
        return List.of(LIST, THREAD + id);
    }

    @Override
    public Set<String> hidden() {
        return Set.of(CONVERSATION_VIEW.ACTIVE_AT.getName(), CONVERSATION_VIEW.PROVIDER.getName());
    }

    @Override
    public RowComparison comparison() {
        return RowComparison.of("conversation").asUsual();
    }

    @Override
    public String page() {
        return "/panel/conversations/{id}";
    }
}
