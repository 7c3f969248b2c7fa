package io.chatledger.query.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.jooq.JSONB.jsonb;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Pages;
import io.chatledger.query.Paging;
import io.chatledger.query.Rows;
import io.chatledger.query.TestDatabase;
import io.chatledger.readmodel.generated.Tables;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationQueriesIT {

    private final TenantId tenant = TestDatabase.newTenant();
    private final Rows rows = new Rows(tenant);
    private final ConversationQueries queries =
            new ConversationQueries(TestDatabase.reads(), InstantSource.fixed(Rows.START));

    @Test
    void listsTheNewestActivityFirst() {
        rows.conversation("older", row -> row.setUpdatedAt(Rows.START));
        rows.conversation("newer", row -> row.setUpdatedAt(Rows.START.plusMillis(1)));

        assertThat(found(ConversationFilter.ALL)).containsExactly("newer", "older");
    }

    @Test
    void anotherTenantSeesNothing() {
        rows.conversation("mine", row -> {});
        TenantId other = TestDatabase.newTenant();

        assertThat(queries.find(other, ConversationFilter.ALL, Paging.first(10)).items())
                .isEmpty();
        assertThatExceptionOfType(DomainProblem.class)
                .isThrownBy(() -> queries.get(other, "mine"))
                .matches(problem -> problem.kind() == DomainProblem.Kind.NOT_FOUND);
        assertThatExceptionOfType(DomainProblem.class)
                .isThrownBy(() -> queries.messages(other, "mine", Paging.first(10)))
                .matches(problem -> problem.kind() == DomainProblem.Kind.NOT_FOUND);
    }

    @Test
    void aQueryThatForgetsTheTenantSeesOneTenantOnly() {
        rows.conversation("mine", row -> {});
        new Rows(TestDatabase.newTenant()).conversation("theirs", row -> {});

        List<String> seen = TestDatabase.reads()
                .read(
                        tenant,
                        database ->
                                database.selectFrom(Tables.CONVERSATION_VIEW).fetch(Tables.CONVERSATION_VIEW.ID));

        assertThat(seen).containsExactly("mine");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 200})
    void pagesHaveEveryRowOnceEvenAtTheSameTime(int limit) {
        IntStream.range(0, 7)
                .forEach(n -> rows.conversation("c" + n, row -> row.setUpdatedAt(Rows.START.plusNanos(n / 3 * 1000L))));

        assertThat(Pages.all(limit, paging -> queries.find(tenant, ConversationFilter.ALL, paging)))
                .extracting(ConversationView::id)
                .containsExactly("c6", "c3", "c4", "c5", "c0", "c1", "c2");
    }

    @Test
    void filtersNarrowTheList() {
        rows.conversation("a", row -> row.setStatus("closed"));
        rows.conversation("b", row -> row.setChannelId("channel-2"));
        rows.conversation("c", row -> row.setAssigneeId("account-1"));
        rows.conversation("d", row -> row.setOwner("human"));

        assertThat(found(new ConversationFilter("closed", null, null, null, null)))
                .containsExactly("a");
        assertThat(found(new ConversationFilter(null, "channel-2", null, null, null)))
                .containsExactly("b");
        assertThat(found(new ConversationFilter(null, null, "account-1", null, null)))
                .containsExactly("c");
        assertThat(found(new ConversationFilter(null, null, null, "human", null)))
                .containsExactly("d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"José", "jose nun", "NÚÑEZ", "+56 9 1234", "56912345678", "camión", "CAMION", "cami"})
    void searchesNamesNumbersAndMessagesWithoutMindingAccents(String q) {
        rows.contact("contact-1", row -> row.setSearch("jose nunez 56912345678"));
        rows.contact("contact-2", row -> row.setSearch("somebody else"));
        rows.conversation("wanted", row -> {});
        rows.conversation("unwanted", row -> row.setContactId("contact-2"));
        rows.inbound("m1", "wanted", row -> row.setText("¿Cuándo llega el camión?"));
        rows.inbound("m2", "unwanted", row -> row.setText("Buenas tardes"));

        assertThat(found(searching(q))).containsExactly("wanted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "'", "a'b:*|!()&", "<->", "100%"})
    void signsOfTheQueryLanguageAreJustText(String q) {
        rows.contact("contact-1", row -> row.setSearch("jose"));
        rows.conversation("one", row -> {});
        rows.inbound("m1", "one", row -> row.setText("hola"));

        assertThat(found(searching(q))).isEmpty();
    }

    @Test
    void theWindowIsOpenUntilItCloses() {
        rows.conversation("open", row -> row.setWindowClosesAt(Rows.START.plusMillis(1)));
        rows.conversation("closed", row -> row.setWindowClosesAt(Rows.START));
        rows.conversation("never", row -> {});

        assertThat(queries.get(tenant, "open").window()).isEqualTo(new Window(true, Rows.START.plusMillis(1)));
        assertThat(queries.get(tenant, "closed").window()).isEqualTo(new Window(false, Rows.START));
        assertThat(queries.get(tenant, "never").window()).isEqualTo(new Window(false, null));
    }

    @Test
    void oneConversationComesWithContactLastMessageAndNotes() {
        rows.contact("contact-1", row -> {
            row.setName("José");
            row.setIdentities(jsonb("[{\"type\":\"phone\",\"value\":\"56912345678\"}]"));
        });
        rows.conversation("one", row -> {
            row.setLastMessageId("m1");
            row.setLastMessageDirection("inbound");
            row.setLastMessageType("text");
            row.setLastMessageAt(Rows.START);
            row.setNotes(jsonb("""
                        [{"id":"n1","text":"call back","author":{"type":"account","id":"a1"},"at":"2026-05-01T12:00:00Z"}]
                        """));
        });

        ConversationView view = queries.get(tenant, "one");

        assertThat(view.contact())
                .isEqualTo(new ContactSummary(
                        "contact-1", "José", List.of(new IdentityView("phone", "56912345678")), null));
        assertThat(view.lastMessage()).isEqualTo(new LastMessage("m1", "inbound", "text", null, Rows.START));
        assertThat(view.notes())
                .containsExactly(new Note("n1", "call back", new AuthorView("account", "a1"), Rows.START));
    }

    @Test
    void aConversationIsThereBeforeItsContact() {
        rows.conversation("one", row -> {});

        assertThat(queries.get(tenant, "one").contact())
                .isEqualTo(new ContactSummary("contact-1", null, List.of(), null));
        assertThat(queries.get(tenant, "one").lastMessage()).isNull();
    }

    @Test
    void theWindowFollowsTheClock() {
        rows.conversation("one", row -> row.setWindowClosesAt(Rows.START.plusSeconds(60)));
        InstantSource later = InstantSource.offset(InstantSource.fixed(Rows.START), Duration.ofHours(1));

        assertThat(new ConversationQueries(TestDatabase.reads(), later)
                        .get(tenant, "one")
                        .window()
                        .open())
                .isFalse();
    }

    private List<String> found(ConversationFilter filter) {
        return queries.find(tenant, filter, Paging.first(50)).items().stream()
                .map(ConversationView::id)
                .toList();
    }

    private static ConversationFilter searching(@Nullable String q) {
        return new ConversationFilter(null, null, null, null, q);
    }
}
