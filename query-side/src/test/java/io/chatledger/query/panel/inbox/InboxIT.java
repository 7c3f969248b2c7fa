package io.chatledger.query.panel.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.collection;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.jooq.JSONB.jsonb;

import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Callers;
import io.chatledger.query.Rows;
import io.chatledger.query.TestDatabase;
import io.chatledger.query.WiredQueries;
import io.chatledger.query.channel.ChannelQueries;
import io.chatledger.query.channel.ChannelView;
import io.chatledger.query.contact.ContactQueries;
import io.chatledger.query.contact.ContactView;
import io.chatledger.query.conversation.ConversationQueries;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ExtendedModelMap;

/** What the inbox's panes show to whom, from the rows of the read models. */
class InboxIT {

    private static final WiredQueries QUERIES = new WiredQueries();

    private final Inbox inbox = new Inbox(
            QUERIES.bean(ConversationQueries.class),
            QUERIES.bean(ChannelQueries.class),
            QUERIES.bean(ContactQueries.class));
    private final TenantId tenant = TestDatabase.newTenant();
    private final Rows rows = new Rows(tenant);
    private final ExtendedModelMap model = new ExtendedModelMap();

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    @BeforeEach
    void oneConversation() {
        rows.channel("channel-1", row -> {});
        rows.contact("contact-1", row -> {
            row.setName("Ana");
            row.setConsents(jsonb("[" + consent("marketing", true, 1) + "," + consent("news", true, 2) + ","
                    + consent("marketing", false, 3) + "]"));
        });
        rows.conversation("c1", row -> {});
    }

    @Test
    void anEmptyListSaysWhetherThereIsANumberYet() {
        inbox.list(as(Role.owner), new InboxQuery("closed", null, null), model);

        assertThat(model.get("items")).asInstanceOf(list(InboxItem.class)).isEmpty();
        assertThat(model.get("channels")).asInstanceOf(list(ChannelView.class)).hasSize(1);
        assertThat(model.get("more")).isEqualTo(false);
    }

    @Test
    void aListThatIsNotEmptyAsksForNoNumbers() {
        inbox.list(as(Role.owner), new InboxQuery(null, null, null), model);

        assertThat(model.get("items"))
                .asInstanceOf(list(InboxItem.class))
                .extracting(item -> item.conversation().id())
                .containsExactly("c1");
        assertThat(model).doesNotContainKey("channels");
    }

    @Test
    void ofEachPurposeTheLastConsentHolds() {
        inbox.customer(as(Role.owner), "c1", model);

        assertThat(model.get("consents"))
                .asInstanceOf(collection(ContactView.Consent.class))
                .extracting(consent -> consent.purpose() + " " + consent.granted())
                .containsExactly("marketing false", "news true");
    }

    @Test
    void whoMayNotEraseOrExportIsOfferedNeither() {
        inbox.customer(as(Role.owner), "c1", model);
        assertThat(model.get("mayErase")).isEqualTo(true);
        assertThat(model.get("export")).isEqualTo("/api/v1/contacts/contact-1/export?format=html");

        ExtendedModelMap agents = new ExtendedModelMap();
        inbox.customer(as(Role.agent), "c1", agents);
        assertThat(agents.get("mayErase")).isEqualTo(false);
        assertThat(agents).doesNotContainKey("export");
    }

    @Test
    void aConversationThatGoesOnInAnotherTakesNoAnswers() {
        rows.conversation("c2", row -> row.setMergedIntoId("c1"));

        inbox.thread(as(Role.agent), "c1", model);
        assertThat(model.get("mayWrite")).isEqualTo(true);

        ExtendedModelMap merged = new ExtendedModelMap();
        inbox.thread(as(Role.agent), "c2", merged);
        assertThat(merged.get("mayWrite")).isEqualTo(false);
    }

    @Test
    void aThreadHasItsNewestMessagesAndTheWayToEarlierOnes() {
        for (int n = 0; n < 61; n++) {
            int second = n;
            rows.inbound("m" + n, "c1", row -> row.setOrderAt(Rows.START.plusSeconds(second)));
        }
        inbox.thread(as(Role.agent), "c1", model);

        assertThat(model.get("bubbles")).asInstanceOf(list(Object.class)).hasSize(60);
        String cursor = String.valueOf(model.get("earlier"));
        ExtendedModelMap earlier = new ExtendedModelMap();
        inbox.earlier(as(Role.agent), "c1", cursor, earlier);
        assertThat(earlier.get("bubbles")).asInstanceOf(list(Object.class)).hasSize(1);
        assertThat(earlier.get("earlier")).isNull();
    }

    private Caller as(Role role) {
        return Callers.of(tenant, role);
    }

    private static String consent(String purpose, boolean granted, int day) {
        return "{\"purpose\":\"%s\",\"granted\":%s,\"source\":\"web\",\"givenAt\":\"2026-05-0%dT12:00:00Z\",\"recordedAt\":\"2026-05-0%dT12:00:00Z\"}"
                .formatted(purpose, granted, day, day);
    }
}
