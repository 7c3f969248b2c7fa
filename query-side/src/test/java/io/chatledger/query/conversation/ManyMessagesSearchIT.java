package io.chatledger.query.conversation;

import static io.chatledger.readmodel.generated.Tables.MESSAGE_VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Pages;
import io.chatledger.query.Rows;
import io.chatledger.query.SearchText;
import io.chatledger.query.TenantReads;
import io.chatledger.query.TestDatabase;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a search goes through where there is much to go through, as the application's own role. */
class ManyMessagesSearchIT {

    private static final int MESSAGES = 20_000;

    /** Of all that a message says: "todos" is in each, "raro" in each five thousandth, the oldest among them. */
    private static final String SAID = "insert into message_view (tenant_id, id, conversation_id, channel_id,"
            + " phone_number_id, direction, sender_type, type, text, content, send_status, send_history, sequence,"
            + " sent_at, order_at) select ?::text, 'm' || n, 'c', 'channel-1', '1', 'inbound', 'customer', 'text',"
            + " 'todos ' || n || case when n % 5000 = 0 then ' raro' else '' end, '{}', 'received', '[]', n, moment,"
            + " moment from generate_series(0, ?::int) n, lateral (select ?::timestamptz + n * interval '1 second') t(moment)";

    private static final TenantId TENANT = TestDatabase.newTenant();
    private final TenantReads reads = TestDatabase.reads();

    @BeforeAll
    static void muchIsSaid() {
        new Rows(TENANT).conversation("c", row -> {});
        TestDatabase.OWNER.execute(SAID, TENANT.value(), MESSAGES - 1, Rows.START.toString());
        TestDatabase.OWNER.execute("analyze message_view");
    }

    @AfterAll
    static void othersNeedNotCarryIt() {
        TestDatabase.OWNER
                .deleteFrom(MESSAGE_VIEW)
                .where(MESSAGE_VIEW.TENANT_ID.eq(TENANT.value()))
                .execute();
        TestDatabase.OWNER.execute("vacuum analyze message_view");
    }

    @Test
    void aWordOfAllMessagesIsFoundAmongTheNewest() {
        Looked looked = search("todos");

        assertThat(looked.found()).hasSize(20).startsWith("m19999", "m19998");
        assertThat(looked.byWords()).isZero();
        assertThat(looked.byTime()).isPositive();
    }

    @Test
    void aRareWordIsFoundByTheIndexOfWords() {
        Looked looked = search("raro");

        assertThat(looked.found()).containsExactly("m15000", "m10000", "m5000", "m0");
        assertThat(looked.byWords()).isEqualTo(1);
    }

    @Test
    void whatLiesBehindTheNewestComesOnceAndInOrder() {
        ConversationQueries queries = new ConversationQueries(reads, InstantSource.fixed(Rows.START));

        assertThat(Pages.all(100, paging -> queries.search(TENANT, "todos 19", paging)))
                .extracting(MessageHit::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, MESSAGES - 1)
                        .map(n -> MESSAGES - n)
                        .filter(n -> Integer.toString(n).startsWith("19"))
                        .mapToObj(n -> "m" + n)
                        .toList());
    }

    @Test
    void nodesOfTheVersionBeforeFindWhatTheyAskFor() {
        String words = SearchText.required("raro").words(TENANT);
        String asked = "select id from messages_saying(?::tsquery, null::timestamptz, null, 20)";

        List<String> found =
                reads.read(TENANT, database -> database.fetch(asked, words).getValues("id", String.class));

        assertThat(found).containsExactly("m15000", "m10000", "m5000", "m0");
    }

    private record Looked(List<String> found, long byWords, long byTime) {}

    private Looked search(String q) {
        MessageSearch search = new MessageSearch(TENANT, SearchText.required(q), null);
        return reads.read(TENANT, database -> {
            database.execute("set local random_page_cost = 1"); // as if there were more of it
            long words = scans(database, "message_view_search");
            long time = scans(database, "message_view_newest");
            List<String> found = search.rows(database, 20).stream()
                    .map(row -> row.get("id", String.class))
                    .toList();
            return new Looked(
                    found,
                    scans(database, "message_view_search") - words,
                    scans(database, "message_view_newest") - time);
        });
    }

    private static long scans(DSLContext database, String index) {
        Record row = database.fetchSingle("select pg_stat_get_xact_numscans(?::regclass)", index);
        return Objects.requireNonNull(row.get(0, Long.class));
    }
}
