package io.chatledger.query.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Paging;
import io.chatledger.query.Rows;
import io.chatledger.query.TestDatabase;
import java.time.InstantSource;
import java.util.List;

/** A tenant of its own with the conversation "c", and what is answered about it. */
final class OneConversation {

    final TenantId tenant = TestDatabase.newTenant();
    final Rows rows = new Rows(tenant);
    final ConversationQueries queries = new ConversationQueries(TestDatabase.reads(), InstantSource.fixed(Rows.START));

    OneConversation() {
        rows.conversation("c", row -> {});
    }

    /** The one message there is. */
    MessageView only() {
        List<MessageView> all = queries.messages(tenant, "c", Paging.first(50)).items();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
