package io.chatledger.query.replay;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.FieldChange;
import io.chatledger.query.FoundTopics;
import io.chatledger.query.Pages;
import io.chatledger.query.Paging;
import io.chatledger.query.Refusals;
import io.chatledger.query.Rows;
import io.chatledger.query.TestDatabase;
import io.chatledger.query.ViewTopic;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DiffQueriesIT {

    private static final Instant THEN = Rows.START;
    private static final Instant NOW = Rows.START.plusSeconds(60);
    private static final ComparedViews VIEWS = new ComparedViews(FoundTopics.all());
    private static final TenantId TENANT = TestDatabase.newTenant();

    private final TwoMoments moments = new TwoMoments("diff_then", "diff_now", NOW);
    private final DiffQueries queries = new DiffQueries(moments, TestDatabase.reads());

    @BeforeAll
    static void somethingHappensBetweenTwoMoments() {
        Rows rows = new Rows(TENANT);
        rows.contact("changed", row -> row.setName("Ana"));
        rows.contact("gone", row -> {});
        rows.contact("same", row -> row.setSearch("old words"));
        rows.outbound("sent", "c1", row -> row.setMessageKey("k1"));
        new Rows(TestDatabase.newTenant()).contact("of another tenant", row -> {});
        keep("diff_then");
        TestDatabase.OWNER
                .update(CONTACT_VIEW)
                .set(CONTACT_VIEW.NAME, "Anita")
                .where(CONTACT_VIEW.ID.eq("changed").and(CONTACT_VIEW.TENANT_ID.eq(TENANT.value())))
                .execute();
        TestDatabase.OWNER
                .update(CONTACT_VIEW)
                .set(CONTACT_VIEW.SEARCH, "new words")
                .where(CONTACT_VIEW.ID.eq("same").and(CONTACT_VIEW.TENANT_ID.eq(TENANT.value())))
                .execute();
        TestDatabase.OWNER
                .deleteFrom(CONTACT_VIEW)
                .where(CONTACT_VIEW.ID.eq("gone").and(CONTACT_VIEW.TENANT_ID.eq(TENANT.value())))
                .execute();
        rows.contact("added", row -> {});
        rows.status("k1", row -> {});
        rows.channel("n1", row -> {});
        rows.delivery("w1", row -> {});
        rows.conversation("c1", row -> {});
        keep("diff_now");
    }

    @Test
    void whatBecameOfEachRowIsToldInOrderOfIds() {
        assertThat(differences("contact"))
                .extracting(one -> one.id() + " " + one.change())
                .containsExactly("added added", "changed changed", "gone removed");
    }

    @Test
    void onlyTheFieldsThatAreDifferentAreTold() {
        assertThat(differences("contact").get(1).fields())
                .extracting(field -> field.name() + " " + field.before() + " " + field.after())
                .containsExactly("name \"Ana\" \"Anita\"");
    }

    @Test
    void whatNobodyIsShownIsNotCompared() {
        assertThat(differences("contact")).extracting(Difference::id).doesNotContain("same");
        assertThat(differences("contact").getFirst().fields())
                .extracting(FieldChange::name)
                .doesNotContain("search", "id", "tenantId");
    }

    @Test
    void aMessageHasChangedWhereItsDeliveryHas() {
        Difference message = differences("message").getFirst();

        assertThat(message.id()).isEqualTo("sent");
        assertThat(message.fields()).extracting(FieldChange::name).containsExactly("deliveries");
        assertThat(message.fields().getFirst().after()).asString().contains("delivered");
    }

    @Test
    void everyViewThatAFeatureSaysCanBeComparedCanBe() {
        assertThat(VIEWS.words()).containsExactly("channel", "contact", "conversation", "message", "webhook");
        for (String word : VIEWS.words()) {
            assertThat(differences(word)).as(word).isNotEmpty();
        }
    }

    @Test
    void pagesHaveEveryDifferenceOnce() {
        List<Difference> all = differences("contact");

        assertThat(Pages.all(1, paging -> queries.between(TENANT, THEN, NOW, VIEWS.of("contact"), paging)))
                .isEqualTo(all);
    }

    @Test
    void betweenAMomentAndItselfNothingHasChanged() {
        assertThat(queries.between(TENANT, NOW, NOW, VIEWS.of("contact"), Paging.first(10))
                        .items())
                .isEmpty();
    }

    @Test
    void timeGoesOneWay() {
        assertThat(Refusals.field(() -> queries.between(TENANT, NOW, THEN, VIEWS.of("contact"), Paging.first(10))))
                .isEqualTo("to before-from");
        assertThat(moments.entered()).isZero();
    }

    @Test
    void bothMomentsAreLetGoOf() {
        differences("contact");

        assertThat(moments.entered()).isEqualTo(2);
        assertThat(moments.left()).isEqualTo(2);
    }

    private List<Difference> differences(String word) {
        return queries.between(TENANT, THEN, NOW, VIEWS.of(word), Paging.first(200))
                .items();
    }

    /** All views as they are, in a schema of their own. */
    private static void keep(String schema) {
        TestDatabase.OWNER.execute("create schema " + schema);
        for (ViewTopic topic : FoundTopics.all().all()) {
            String table = topic.table().getName();
            TestDatabase.OWNER.execute("create table " + schema + "." + table + " as select * from public." + table);
        }
        TestDatabase.OWNER.execute("grant usage on schema " + schema + " to chatledger_query");
        TestDatabase.OWNER.execute("grant select on all tables in schema " + schema + " to chatledger_query");
    }
}
