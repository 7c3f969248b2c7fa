package io.chatledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query API as the application scans and wires it, without its security in front. */
class QueryApiIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final WiredQueries QUERIES = new WiredQueries();

    private final TenantId tenant = TestDatabase.newTenant();
    private final Rows rows = new Rows(tenant);
    private final MockMvcTester owner = QUERIES.as(tenant, Role.owner);

    @AfterAll
    static void close() {
        QUERIES.close();
    }

    @Test
    void aListOfConversationsHasTheContractsFieldsAndWritesNulls() {
        rows.conversation("c1", row -> {});

        assertThat(json("/api/v1/conversations")).isEqualTo(JSON.readTree("""
                {"items":[{"id":"c1","contact":{"id":"contact-1","name":null,"identities":[],"erasedAt":null},"channelId":"channel-1",
                "status":"open","topic":null,"owner":"bot","ownershipVersion":1,"assigneeId":null,"lastMessage":null,
                "unreadCount":0,"messageCount":0,"window":{"open":false,"closesAt":null},
                "openedAt":"2026-05-01T12:00:00Z","updatedAt":"2026-05-01T12:00:00Z",
                "mergedIntoId":null,"mergedIds":[]}],"nextCursor":null}"""));
    }

    @Test
    void oneConversationHasItsNotes() {
        rows.conversation("c1", row -> {});

        assertThat(json("/api/v1/conversations/c1").get("notes")).isEqualTo(JSON.readTree("[]"));
    }

    @Test
    void aMessageHasTheContractsFieldsAndWritesNulls() {
        rows.conversation("c1", row -> {});
        rows.inbound("m1", "c1", row -> {
            row.setText("hola");
            row.setProviderMessageId("wamid.1");
        });

        assertThat(json("/api/v1/conversations/c1/messages")).isEqualTo(JSON.readTree("""
                {"items":[{"id":"m1","conversationId":"c1","providerMessageId":"wamid.1","direction":"inbound",
                "sender":{"type":"customer","id":null},"type":"text","text":"hola","media":null,"location":null,
                "interactive":null,"attributes":null,"contextMessageId":null,"status":"received",
                "statusHistory":[{"status":"received","at":"2026-05-01T12:00:00Z","error":null}],"error":null,
                "sentAt":"2026-05-01T12:00:00Z"}],"nextCursor":null}"""));
    }

    @Test
    void contactsChannelsAndTheJournalHaveTheContractsFields() {
        rows.contact("contact-1", row -> {
            row.setName("José");
            row.setSearch("jose");
        });
        rows.channel("channel-1", row -> {});
        rows.delivery("d1", row -> {
            row.setStatus("ignored");
            row.setReason("unknown-number");
        });

        assertThat(json("/api/v1/contacts?q=JOSÉ")).isEqualTo(JSON.readTree("""
                {"items":[{"id":"contact-1","name":"José","identities":[],"nameHistory":[],"consents":[],"mergedIds":[],
                "createdAt":"2026-05-01T12:00:00Z","updatedAt":"2026-05-01T12:00:00Z","erasedAt":null}],
                "nextCursor":null}"""));
        assertThat(get("/api/v1/contacts/contact-1")).hasStatusOk();
        assertThat(json("/api/v1/channels")).isEqualTo(JSON.readTree("""
                {"items":[{"id":"channel-1","provider":"cloud_api","name":"Shop","phoneNumberId":"106540352242922",
                "wabaId":null,"displayPhoneNumber":null,"status":"connected","proved":true,"notice":null,
                "connectedAt":"2026-05-01T12:00:00Z"}],
                "nextCursor":null}"""));
        assertThat(json("/api/v1/webhook-journal?status=ignored")).isEqualTo(JSON.readTree("""
                {"items":[{"id":"d1","source":"whatsapp","receivedAt":"2026-05-01T12:00:00Z","status":"ignored",
                "reason":"unknown-number","attempts":1,"duplicates":0,"repeats":0}],"nextCursor":null}"""));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/conversations?status=foo, status",
        "/api/v1/conversations?owner=foo, owner",
        "/api/v1/conversations?channelId=%00, channelId",
        "/api/v1/conversations?limit=0, limit",
        "/api/v1/conversations?limit=201, limit",
        "/api/v1/conversations?limit=many, limit",
        "/api/v1/conversations?cursor=!!!, cursor",
        "/api/v1/conversations?cursor=bnVsbA, cursor",
        "/api/v1/contacts?cursor=eyJhdCI6IisxMDAwMDAwLTAxLTAxVDAwOjAwOjAwWiIsIm4iOjEsImlkIjoiYSJ9, cursor",
        "/api/v1/contacts?q=%00, q",
        "/api/v1/messages/search, q",
        "/api/v1/webhook-journal?status=foo, status"
    })
    void badInputIsRefusedByItsField(String uri, String field) {
        DomainProblem problem = WiredQueries.problem(get(uri));

        assertThat(problem.kind()).isEqualTo(DomainProblem.Kind.INVALID);
        assertThat(problem.details().get("errors"))
                .asInstanceOf(LIST)
                .singleElement()
                .asInstanceOf(MAP)
                .containsEntry("field", field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/conversations/nobody", "/api/v1/conversations/nobody/messages", "/api/v1/contacts/x"})
    void whatIsNotThereIsNotFound(String uri) {
        assertThat(WiredQueries.problem(get(uri)).kind()).isEqualTo(DomainProblem.Kind.NOT_FOUND);
    }

    private MvcTestResult get(String uri) {
        return owner.get()
                .uri(URI.create(uri))
                .header(HttpHeaders.ACCEPT, "application/json")
                .exchange();
    }

    private JsonNode json(String uri) {
        MvcTestResult result = get(uri);
        assertThat(result).hasStatusOk();
        return JSON.readTree(result.getResponse().getContentAsByteArray());
    }
}
