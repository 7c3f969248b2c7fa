package io.chatledger.query;

import static io.chatledger.readmodel.generated.Tables.TOKEN_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.account.Role;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.RestController;

/** The query API as the application scans and wires it, without its security in front. */
class QueryApiIT {

    private final TenantId tenant = TestDatabase.newTenant();
    private final Rows rows = new Rows(tenant);
    private final AnnotationConfigApplicationContext context = context();
    private final MockMvcTester owner = as(Role.owner);

    @BeforeEach
    void noTokens() {
        TestDatabase.OWNER.deleteFrom(TOKEN_ENTRY).execute();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aListOfConversationsHasTheContractsFieldsAndWritesNulls() {
        rows.conversation("c1", row -> {});

        assertThat(get("/api/v1/conversations")).bodyJson().isStrictlyEqualTo("""
                {"items":[{"id":"c1","contact":{"id":"contact-1","name":null,"identities":[]},"channelId":"channel-1",
                "status":"open","topic":null,"owner":"bot","ownershipVersion":1,"assigneeId":null,"lastMessage":null,
                "unreadCount":0,"messageCount":0,"window":{"open":false,"closesAt":null},
                "openedAt":"2026-05-01T12:00:00Z","updatedAt":"2026-05-01T12:00:00Z"}],"nextCursor":null}""");
    }

    @Test
    void oneConversationHasItsNotes() {
        rows.conversation("c1", row -> {});

        assertThat(get("/api/v1/conversations/c1"))
                .bodyJson()
                .extractingPath("$.notes")
                .asArray()
                .isEmpty();
    }

    @Test
    void aMessageHasTheContractsFieldsAndWritesNulls() {
        rows.conversation("c1", row -> {});
        rows.inbound("m1", "c1", row -> {
            row.setText("hola");
            row.setProviderMessageId("wamid.1");
        });

        assertThat(get("/api/v1/conversations/c1/messages")).bodyJson().isStrictlyEqualTo("""
                {"items":[{"id":"m1","conversationId":"c1","providerMessageId":"wamid.1","direction":"inbound",
                "sender":{"type":"customer","id":null},"type":"text","text":"hola","media":null,"location":null,
                "interactive":null,"attributes":null,"contextMessageId":null,"status":"received",
                "statusHistory":[{"status":"received","at":"2026-05-01T12:00:00Z","error":null}],"error":null,
                "sentAt":"2026-05-01T12:00:00Z"}],"nextCursor":null}""");
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

        assertThat(get("/api/v1/contacts?q=JOSÉ")).bodyJson().isStrictlyEqualTo("""
                {"items":[{"id":"contact-1","name":"José","identities":[],"nameHistory":[],
                "createdAt":"2026-05-01T12:00:00Z","updatedAt":"2026-05-01T12:00:00Z"}],"nextCursor":null}""");
        assertThat(get("/api/v1/contacts/contact-1")).hasStatusOk();
        assertThat(get("/api/v1/channels")).bodyJson().isStrictlyEqualTo("""
                {"items":[{"id":"channel-1","provider":"cloud_api","name":"Shop","phoneNumberId":"106540352242922",
                "wabaId":null,"displayPhoneNumber":null,"status":"connected","connectedAt":"2026-05-01T12:00:00Z"}],
                "nextCursor":null}""");
        assertThat(get("/api/v1/webhook-journal?status=ignored")).bodyJson().isStrictlyEqualTo("""
                {"items":[{"id":"d1","source":"whatsapp","receivedAt":"2026-05-01T12:00:00Z","status":"ignored",
                "reason":"unknown-number","attempts":1,"duplicates":0,"repeats":0}],"nextCursor":null}""");
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
        "/api/v1/webhook-journal?status=foo, status",
        "/api/v1/channels?asOf=2026-01-01T00:00:00Z, asOf"
    })
    void badInputIsRefusedByItsField(String uri, String field) {
        DomainProblem problem = problem(get(uri));

        assertThat(problem.kind()).isEqualTo(DomainProblem.Kind.INVALID);
        assertThat(problem.details().get("errors"))
                .asString()
                .contains("field=" + field + "}")
                .satisfiesAnyOf(text -> assertThat(text).isNotEmpty());
    }

    @Test
    void aReplayIsRefused() {
        assertThat(problem(owner.get()
                                .uri("/api/v1/channels")
                                .header("Replay", "r1")
                                .exchange())
                        .code())
                .isEqualTo("invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/conversations/nobody", "/api/v1/conversations/nobody/messages", "/api/v1/contacts/x"})
    void whatIsNotThereIsNotFound(String uri) {
        assertThat(problem(get(uri)).kind()).isEqualTo(DomainProblem.Kind.NOT_FOUND);
    }

    @Test
    void theJournalNeedsItsPermission() {
        assertThat(problem(as(Role.agent).get().uri("/api/v1/webhook-journal").exchange())
                        .code())
                .isEqualTo("forbidden");
        assertThat(as(Role.auditor).get().uri("/api/v1/webhook-journal")).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "-99999999999999999999999999", "5", "+5"})
    void aPositionThatIsReachedIsAnsweredFrom(String position) {
        token(5);

        assertThat(waitingFor(position)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "99999999999999999999999999"})
    void aPositionThatIsNotReachedInTimeIsRefusedForNow(String position) {
        token(5);

        DomainProblem problem = problem(waitingFor(position));

        assertThat(problem.kind()).isEqualTo(DomainProblem.Kind.UNAVAILABLE);
        assertThat(problem.code()).isEqualTo("read-model-behind");
        assertThat(problem.details()).containsEntry("retryAfterSeconds", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "1.5", "", "٣"})
    void aPositionIsAWholeNumber(String position) {
        assertThat(problem(waitingFor(position)).code()).isEqualTo("invalid-request");
    }

    private MvcTestResult waitingFor(String position) {
        return owner.get()
                .uri("/api/v1/channels")
                .header("Wait-For-Position", position)
                .exchange();
    }

    private MvcTestResult get(String uri) {
        return owner.get()
                .uri(java.net.URI.create(uri))
                .header(HttpHeaders.ACCEPT, "application/json")
                .exchange();
    }

    private static DomainProblem problem(MvcTestResult result) {
        assertThat(result).failure().rootCause().isInstanceOf(DomainProblem.class);
        Throwable cause = result.getUnresolvedException();
        while (cause != null && !(cause instanceof DomainProblem)) {
            cause = cause.getCause();
        }
        return (DomainProblem) java.util.Objects.requireNonNull(cause);
    }

    private MockMvcTester as(Role role) {
        Caller caller = new Caller(tenant, AccountId.of(TenantId.PLATFORM, UUID.randomUUID()), role);
        return MockMvcTester.create(MockMvcBuilders.standaloneSetup(context.getBeansWithAnnotation(RestController.class)
                        .values()
                        .toArray())
                .setCustomArgumentResolvers(new CallerArgument(caller))
                .addInterceptors(new HistoryInterceptor())
                .addInterceptors(new FreshnessInterceptor(context.getBean(ReadModelFeed.class), Duration.ofMillis(400)))
                .build());
    }

    private static AnnotationConfigApplicationContext context() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(
                "queryDataSource",
                DataSource.class,
                () -> TestDatabase.QUERY_SOURCE,
                definition -> definition.setDestroyMethodName(""));
        context.registerBean(
                "queryTransactions",
                PlatformTransactionManager.class,
                () -> new DataSourceTransactionManager(TestDatabase.QUERY_SOURCE));
        context.registerBean(InstantSource.class, () -> InstantSource.fixed(Rows.START));
        context.scan(
                "io.chatledger.query.conversation",
                "io.chatledger.query.contact",
                "io.chatledger.query.channel",
                "io.chatledger.query.webhook");
        context.register(TenantReads.class, ReadModelFeed.class);
        context.refresh();
        return context;
    }

    private static void token(long position) {
        TestDatabase.OWNER
                .insertInto(TOKEN_ENTRY)
                .set(TOKEN_ENTRY.PROCESSOR_NAME, "projection.conversation")
                .set(TOKEN_ENTRY.SEGMENT, 0)
                .set(TOKEN_ENTRY.TIMESTAMP, "")
                .set(
                        TOKEN_ENTRY.TOKEN,
                        ("{\"globalIndex\":" + position + "}").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .execute();
    }
}
