package io.chatledger.query.contact;

import static io.chatledger.readmodel.generated.Tables.PERSONAL_DATA_READ_VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Refusals;
import io.chatledger.query.Rows;
import io.chatledger.query.TestDatabase;
import io.chatledger.query.WiredQueries;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.JSONB;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PersonExportIT {

    private static final WiredQueries QUERIES = new WiredQueries();

    private final TenantId tenant = TestDatabase.newTenant();
    private final Rows rows = new Rows(tenant);

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    @Test
    void eachFeatureHasAFieldOfItsOwnInOneOrder() {
        rows.contact("ana", row -> row.setName("Ana"));

        JsonNode export = export("ana");

        assertThat(export.propertyNames())
                .containsExactly(
                        "format", "version", "exportedAt", "asOf", "contact", "merged", "conversations", "reads");
        assertThat(export.get("contact").get("name").asString()).isEqualTo("Ana");
    }

    @Test
    void conversationsAreThoseOfThePersonWithTheirChannelTheOldestFirst() {
        rows.contact("ana", row -> {});
        rows.channel("n1", row -> row.setDisplayPhoneNumber("+56 2 2345 6789"));
        rows.conversation("later", row -> {
            row.setContactId("ana");
            row.setChannelId("n1");
            row.setOpenedAt(Rows.START.plusSeconds(1));
        });
        rows.conversation("first", row -> row.setContactId("ana"));
        rows.conversation("bea's", row -> row.setContactId("bea"));

        JsonNode conversations = export("ana").get("conversations");

        assertThat(conversations.valueStream())
                .extracting(one -> one.get("id").asString())
                .containsExactly("first", "later");
        assertThat(conversations.get(0).get("channel").isNull()).isTrue();
        assertThat(conversations.get(1).get("channel").asString()).isEqualTo("+56 2 2345 6789");
    }

    @Test
    void aMergedContactIsTheSamePerson() {
        rows.contact("ana", row -> row.setMergedIds(JSONB.jsonb("[\"anita\"]")));
        rows.contact("anita", row -> {
            row.setName("Anita");
            row.setMergedIntoId("ana");
        });
        rows.conversation("c1", row -> row.setContactId("anita"));

        for (String id : List.of("ana", "anita")) {
            JsonNode export = export(id);
            assertThat(export.get("contact").get("id").asString()).isEqualTo("ana");
            assertThat(export.get("merged").get(0).get("name").asString()).isEqualTo("Anita");
            assertThat(export.get("conversations").get(0).get("id").asString()).isEqualTo("c1");
        }
    }

    @Test
    void aLongHistoryIsCompleteAndInOrder() {
        rows.contact("ana", row -> {});
        rows.conversation("c1", row -> row.setContactId("ana"));
        List<String> words =
                IntStream.range(0, 450).mapToObj(n -> "mensaje " + n).toList();
        IntStream.range(0, 450)
                .forEach(n -> rows.inbound("m" + n, "c1", row -> {
                    row.setText(words.get(n));
                    row.setOrderAt(Rows.START.plusSeconds(n / 10));
                    row.setSequence((long) n);
                }));

        assertThat(export("ana").get("conversations").get(0).get("messages").valueStream())
                .extracting(message -> message.get("text").asString())
                .isEqualTo(words);
    }

    @Test
    void aMessageComesWithAllThatBecameOfIt() {
        rows.contact("ana", row -> {});
        rows.conversation("c1", row -> row.setContactId("ana"));
        rows.outbound("m1", "c1", row -> row.setMessageKey("k1"));
        rows.status("k1", row -> {});
        rows.status("of another message", row -> {});

        assertThat(export("ana")
                        .get("conversations")
                        .get(0)
                        .get("messages")
                        .get(0)
                        .get("history")
                        .valueStream())
                .extracting(step -> step.get("status").asString())
                .containsExactly("queued", "delivered");
    }

    @Test
    void whoWasShownThePersonOrOneOfTheirConversationsIsNamed() {
        rows.contact("ana", row -> {});
        rows.conversation("c1", row -> row.setContactId("ana"));
        read("r1", "contact", "ana");
        read("r2", "messages", "c1");
        read("r3", "contact", "bea");

        assertThat(export("ana").get("reads").valueStream())
                .extracting(one -> one.get("kind").asString())
                .containsExactly("contact", "messages");
    }

    @Test
    void ofAnErasedPersonThereIsNothingToExport() {
        rows.contact("ana", row -> row.setErasedAt(Rows.START));

        assertThat(Refusals.code(() -> export("ana"))).isEqualTo("person-erased");
    }

    private JsonNode export(String id) {
        return JsonMapper.shared()
                .valueToTree(QUERIES.bean(ContactExports.class).of(tenant, id));
    }

    private void read(String id, String kind, String key) {
        var row = TestDatabase.OWNER.newRecord(PERSONAL_DATA_READ_VIEW);
        row.setTenantId(tenant.value());
        row.setId(id);
        row.setAccountId("account-1");
        row.setKind(kind);
        row.setKey(key);
        row.setReadAt(Rows.START);
        row.insert();
    }
}
