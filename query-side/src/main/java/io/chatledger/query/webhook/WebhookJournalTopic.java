package io.chatledger.query.webhook;

import static io.chatledger.readmodel.generated.Tables.WEBHOOK_JOURNAL_VIEW;

import io.chatledger.query.RowComparison;
import io.chatledger.query.ViewTopic;
import org.jooq.Table;
import org.springframework.stereotype.Component;

@Component
final class WebhookJournalTopic implements ViewTopic {

    @Override
    public String name() {
        return "webhook-journal";
    }

    @Override
    public Table<?> table() {
        return WEBHOOK_JOURNAL_VIEW;
    }

    @Override
    public String permission() {
        return "journal.read";
    }

    @Override
    public RowComparison comparison() {
        return RowComparison.of("webhook");
    }
}
