package io.chatledger.query;

import static io.chatledger.readmodel.generated.Tables.CHANNEL_VIEW;
import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static io.chatledger.readmodel.generated.Tables.CONVERSATION_VIEW;
import static io.chatledger.readmodel.generated.Tables.MESSAGE_STATUS_VIEW;
import static io.chatledger.readmodel.generated.Tables.MESSAGE_VIEW;
import static io.chatledger.readmodel.generated.Tables.WEBHOOK_JOURNAL_VIEW;
import static org.jooq.JSONB.jsonb;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.readmodel.generated.tables.records.ChannelViewRecord;
import io.chatledger.readmodel.generated.tables.records.ContactViewRecord;
import io.chatledger.readmodel.generated.tables.records.ConversationViewRecord;
import io.chatledger.readmodel.generated.tables.records.MessageStatusViewRecord;
import io.chatledger.readmodel.generated.tables.records.MessageViewRecord;
import io.chatledger.readmodel.generated.tables.records.WebhookJournalViewRecord;
import java.time.Instant;
import java.util.function.Consumer;

/** Writes rows of one tenant as the projections would; what a test does not care about has a plain value. */
public record Rows(TenantId tenant) {

    public static final Instant START = Instant.parse("2026-05-01T12:00:00Z");
    public static final String PHONE_NUMBER_ID = "106540352242922";

    public void channel(String id, Consumer<ChannelViewRecord> rest) {
        ChannelViewRecord row = TestDatabase.OWNER.newRecord(CHANNEL_VIEW);
        row.setTenantId(tenant.value());
        row.setId(id);
        row.setProvider("cloud_api");
        row.setName("Shop");
        row.setPhoneNumberId(PHONE_NUMBER_ID);
        row.setStatus("connected");
        row.setProved(true);
        row.setConnectedAt(START);
        rest.accept(row);
        row.insert();
    }

    public void contact(String id, Consumer<ContactViewRecord> rest) {
        ContactViewRecord row = TestDatabase.OWNER.newRecord(CONTACT_VIEW);
        row.setTenantId(tenant.value());
        row.setId(id);
        row.setSearch("");
        row.setCreatedAt(START);
        row.setUpdatedAt(START);
        row.setIdentities(jsonb("[]"));
        row.setNameHistory(jsonb("[]"));
        rest.accept(row);
        row.insert();
    }

    public void conversation(String id, Consumer<ConversationViewRecord> rest) {
        ConversationViewRecord row = TestDatabase.OWNER.newRecord(CONVERSATION_VIEW);
        row.setTenantId(tenant.value());
        row.setId(id);
        row.setChannelId("channel-1");
        row.setContactId("contact-1");
        row.setStatus("open");
        row.setOwner("bot");
        row.setOwnershipVersion(1L);
        row.setUnreadCount(0);
        row.setMessageCount(0);
        row.setNotes(jsonb("[]"));
        row.setOpenedAt(START);
        row.setUpdatedAt(START);
        rest.accept(row);
        row.insert();
    }

    public void inbound(String id, String conversationId, Consumer<MessageViewRecord> rest) {
        message(id, conversationId, row -> {
            row.setDirection("inbound");
            row.setSenderType("customer");
            row.setSendStatus("received");
            row.setSendHistory(jsonb("[{\"status\":\"received\",\"at\":\"2026-05-01T12:00:00Z\"}]"));
            rest.accept(row);
        });
    }

    public void outbound(String id, String conversationId, Consumer<MessageViewRecord> rest) {
        message(id, conversationId, row -> {
            row.setDirection("outbound");
            row.setSenderType("agent");
            row.setSendStatus("queued");
            row.setSendHistory(jsonb("[{\"status\":\"queued\",\"at\":\"2026-05-01T12:00:00.100Z\"}]"));
            rest.accept(row);
        });
    }

    /** @param id the key of the message that the report is about */
    public void status(String id, Consumer<MessageStatusViewRecord> rest) {
        MessageStatusViewRecord row = TestDatabase.OWNER.newRecord(MESSAGE_STATUS_VIEW);
        row.setTenantId(tenant.value());
        row.setId(id);
        row.setPhoneNumberId(PHONE_NUMBER_ID);
        row.setStatus("delivered");
        row.setReportedAt(START);
        row.setHistory(jsonb("[{\"status\":\"delivered\",\"at\":\"2026-05-01T12:00:00Z\"}]"));
        rest.accept(row);
        row.insert();
    }

    public void delivery(String id, Consumer<WebhookJournalViewRecord> rest) {
        WebhookJournalViewRecord row = TestDatabase.OWNER.newRecord(WEBHOOK_JOURNAL_VIEW);
        row.setTenantId(tenant.value());
        row.setId(id);
        row.setSource("whatsapp");
        row.setReceivedAt(START);
        row.setStatus("processed");
        row.setAttempts(1);
        row.setDuplicates(0);
        row.setRepeats(0);
        rest.accept(row);
        row.insert();
    }

    private void message(String id, String conversationId, Consumer<MessageViewRecord> rest) {
        MessageViewRecord row = TestDatabase.OWNER.newRecord(MESSAGE_VIEW);
        row.setTenantId(tenant.value());
        row.setId(id);
        row.setConversationId(conversationId);
        row.setChannelId("channel-1");
        row.setPhoneNumberId(PHONE_NUMBER_ID);
        row.setType("text");
        row.setContent(jsonb("{\"type\":\"text\"}"));
        row.setSequence(1L);
        row.setSentAt(START);
        row.setOrderAt(START);
        rest.accept(row);
        row.insert();
    }
}
