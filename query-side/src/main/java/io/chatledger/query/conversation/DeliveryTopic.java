package io.chatledger.query.conversation;

import static io.chatledger.readmodel.generated.Tables.MESSAGE_STATUS_VIEW;

import io.chatledger.query.ViewTopic;
import java.util.List;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** Its rows do not know the conversation of their message. */
@Component
final class DeliveryTopic implements ViewTopic {

    @Override
    public String name() {
        return "message-status";
    }

    @Override
    public Table<?> table() {
        return MESSAGE_STATUS_VIEW;
    }

    @Override
    public String permission() {
        return "conversations.read";
    }

    @Override
    public List<String> signals(String id) {
        return List.of(ConversationTopic.THREAD + "*");
    }
}
