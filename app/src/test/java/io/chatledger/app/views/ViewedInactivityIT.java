package io.chatledger.app.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.TestCluster;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.tenant.TenantId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Who counts as silent, which is for ever. */
class ViewedInactivityIT {

    private static final TenantId TENANT = new TenantId("acme");
    private static final Instant MONTH_AGO = Instant.now().minus(Duration.ofDays(30));

    private static final String CONTACT = """
            insert into contact_view (tenant_id, id, identities, name_history, search, created_at, updated_at, merged_ids)
            select 'acme', ID, '[]', '[]', '', now() - interval '1 year', now(), MERGED
            """;

    private static final String CONVERSATION = """
            insert into conversation_view (tenant_id, id, channel_id, contact_id, status, owner, ownership_version,
              unread_count, message_count, notes, opened_at, updated_at, last_message_at, active_at)
            select 'acme', 'talk-' || CONTACT, 'c', CONTACT, 'open', 'bot', 0,
              0, 1, '[]', now(), now(), now() - interval '6 months', now() - interval 'LAST'
            """;

    private SingleConnectionDataSource database;
    private JdbcClient jdbc;
    private ViewedInactivity silent;

    @BeforeEach
    void open() throws SQLException {
        String url =
                TestCluster.create("inactivity_" + UUID.randomUUID().toString().replace("-", ""));
        database = new SingleConnectionDataSource(TestCluster.connect(url), true);
        jdbc = JdbcClient.create(database);
        silent = new ViewedInactivity(database, () -> -1L);
    }

    @AfterEach
    void close() {
        database.destroy();
    }

    @Test
    void whoWasActiveLatelyIsNotHoweverLongAgoTheLastMessageIs() {
        String contact = contact("[]");
        talk(contact, "1 day");
        assertThat(found()).isEmpty();
        jdbc.sql("update conversation_view set active_at = now() - interval '2 months'")
                .update();
        assertThat(found()).containsExactly(ContactId.of(TENANT, UUID.fromString(contact)));
    }

    @Test
    void whoTalkedAsAContactThatWasMergedIsNot() {
        String merged = contact("[]");
        String contact = contact("[\"" + merged + "\"]");
        jdbc.sql("update contact_view set merged_into_id = ? where id = ?")
                .params(contact, merged)
                .update();
        talk(contact, "2 months");
        talk(merged, "1 day");
        assertThat(found()).isEmpty();
    }

    /** A channel without a window, or what is no channel at all. */
    @Test
    void whoIsActiveInWhateverAFeatureTellsOfIsNot() {
        String contact = contact("[]");
        talk(contact, "2 months");
        jdbc.sql("create table parcel_view (tenant_id text, id text, contact_id text, active_at timestamptz)")
                .update();
        assertThat(found()).as("while the new view has not been made").isEmpty();
        jdbc.sql("insert into projection_build (name, version, position) values ('parcel', 1, 0)")
                .update();
        assertThat(found()).hasSize(1);
        jdbc.sql("insert into parcel_view values ('acme', 'p', ?, now() - interval '1 day')")
                .param(contact)
                .update();
        assertThat(found()).isEmpty();
    }

    /** Nobody knows what their views would say once they are made again. */
    @Test
    void nobodyIsWhereTheRowsAreOfAnEarlierRelease() {
        String contact = contact("[]");
        jdbc.sql(CONVERSATION
                        .replace(", active_at)", ")")
                        .replace(", now() - interval 'LAST'", "")
                        .replace("CONTACT", "'" + contact + "'"))
                .update();
        assertThat(found()).isEmpty();
    }

    /** Each is looked up, and not all conversations gone through for each. */
    @Test
    void isSoonKnownOfManyCustomers() {
        String all = " from (select 'id-' || n as id from generate_series(1, 20000) n) made";
        jdbc.sql(CONTACT.replace("ID", "id").replace("MERGED", "'[]'") + all).update();
        jdbc.sql(CONVERSATION.replace("CONTACT", "id").replace("LAST", "1 day") + all)
                .update();
        jdbc.sql("set statement_timeout = '10s'").update();
        assertThat(found()).isEmpty();
    }

    private List<ContactId> found() {
        return silent.since(TENANT, MONTH_AGO, 20);
    }

    private String contact(String mergedIds) {
        String id = UUID.randomUUID().toString();
        jdbc.sql(CONTACT.replace("ID", "'" + id + "'").replace("MERGED", "'" + mergedIds + "'::jsonb"))
                .update();
        return id;
    }

    private void talk(String contact, String last) {
        jdbc.sql(CONVERSATION.replace("CONTACT", "'" + contact + "'").replace("LAST", last))
                .update();
    }
}
