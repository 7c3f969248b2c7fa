package io.chatledger.query;

import static io.chatledger.readmodel.generated.Tables.TOKEN_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.kernel.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadModelFeedIT {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final ReadModelFeed feed = new ReadModelFeed(TestDatabase.QUERY_SOURCE);

    @BeforeEach
    void noTokens() {
        TestDatabase.OWNER.deleteFrom(TOKEN_ENTRY).execute();
    }

    @AfterEach
    void stop() {
        feed.stop();
    }

    @Test
    void knowsWhereTheProjectionsStandFromTheirTokens() throws Exception {
        token("projection.conversation", "{\"globalIndex\":7}");
        token("projection.contact", "{\"globalIndex\":9}");
        token("automation.sender", "{\"globalIndex\":1}");
        feed.start();

        assertThat(feed.await(7, Set.of(), LONG)).isTrue();
        assertThat(feed.await(8, Set.of(), SHORT)).isFalse();
    }

    @Test
    void zeroAndLessAreAlwaysThere() throws Exception {
        assertThat(feed.await(0, Set.of(), Duration.ZERO)).isTrue();
        assertThat(feed.await(Long.MIN_VALUE, Set.of(), Duration.ZERO)).isTrue();
    }

    @Test
    void nothingIsThereWhereAProjectionHasNoTokenOrAnotherKindOfOne() throws Exception {
        feed.start();
        assertThat(feed.await(1, Set.of(), SHORT)).isFalse();

        token("projection.conversation", "{\"globalIndex\":7}");
        token("projection.contact", null);
        token("projection.channel", "{\"tokenAtReset\":{\"globalIndex\":9}}");
        token("projection.webhook", "no json");
        assertThat(feed.await(1, Set.of(), SHORT)).isFalse();
    }

    @Test
    void anAnnouncementWakesWhoWaits() {
        token("projection.conversation", "{\"globalIndex\":7}");
        feed.start();
        CompletableFuture<Boolean> waiting = waiting(8);
        await().atMost(LONG).until(this::feedIsListening);

        announce("position|projection.conversation|8");

        assertThat(waiting).succeedsWithin(LONG).isEqualTo(true);
    }

    @Test
    void aTokenThatNobodyAnnouncedIsFoundAllTheSame() {
        token("projection.conversation", "{\"globalIndex\":7}");
        feed.start();
        CompletableFuture<Boolean> waiting = waiting(8);

        token("projection.conversation", "{\"globalIndex\":8}");

        assertThat(waiting).succeedsWithin(LONG).isEqualTo(true);
    }

    @Test
    void listenersHearOfTheirOwnTenantUntilTheyLeave() throws Exception {
        TenantId tenant = TestDatabase.newTenant();
        Queue<ReadModelChange> heard = new ConcurrentLinkedQueue<>();
        Queue<ReadModelChange> later = new ConcurrentLinkedQueue<>();
        AutoCloseable subscription = feed.subscribe(tenant, heard::add);
        feed.subscribe(tenant, change -> {
            throw new IllegalStateException("not your trouble");
        });
        feed.subscribe(tenant, later::add);
        feed.start();
        await().atMost(LONG).until(() -> later.contains(ReadModelChange.ANYTHING));

        announce("conversation_view|" + TestDatabase.newTenant() + "|theirs");
        announce("gibberish");
        announce("message_view|" + tenant + "|mine");
        ReadModelChange mine = new ReadModelChange("message_view", "mine");
        await().atMost(LONG).until(() -> later.contains(mine));
        subscription.close();
        announce("message_view|" + tenant + "|last");
        await().atMost(LONG).until(() -> later.contains(new ReadModelChange("message_view", "last")));

        assertThat(heard).containsExactly(ReadModelChange.ANYTHING, mine);
    }

    @Test
    void aFeedThatIsCutOffComesBackAndSaysThatItMayHaveMissedSomething() {
        Queue<ReadModelChange> heard = new ConcurrentLinkedQueue<>();
        feed.subscribe(TestDatabase.newTenant(), heard::add);
        token("projection.conversation", "{\"globalIndex\":7}");
        feed.start();
        await().atMost(LONG).until(() -> heard.size() == 1);

        TestDatabase.OWNER.fetch(
                "select pg_terminate_backend(pid) from pg_stat_activity where query ilike '%listen%' and pid <> pg_backend_pid() or query like '%from token_entry%' and pid <> pg_backend_pid()");

        await().atMost(LONG).until(() -> heard.size() == 2);
        token("projection.conversation", "{\"globalIndex\":8}");
        assertThat(waiting(8)).succeedsWithin(LONG).isEqualTo(true);
    }

    @Test
    void stopsAndGivesItsConnectionBack() {
        feed.start();
        await().atMost(LONG).until(this::feedIsListening);

        feed.stop();

        assertThat(feed.isRunning()).isFalse();
        assertThat(TestDatabase.QUERY_SOURCE.getHikariPoolMXBean().getActiveConnections())
                .isZero();
    }

    private boolean feedIsListening() {
        return TestDatabase.QUERY_SOURCE.getHikariPoolMXBean().getActiveConnections() == 1;
    }

    private CompletableFuture<Boolean> waiting(long position) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return feed.await(position, Set.of(), LONG);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void announce(String text) {
        TestDatabase.OWNER.fetch("select pg_notify('read_model', ?)", text);
    }

    private static void token(String processor, @Nullable String json) {
        byte[] token = json == null ? null : json.getBytes(StandardCharsets.UTF_8);
        TestDatabase.OWNER
                .insertInto(TOKEN_ENTRY)
                .set(TOKEN_ENTRY.PROCESSOR_NAME, processor)
                .set(TOKEN_ENTRY.SEGMENT, 0)
                .set(TOKEN_ENTRY.TIMESTAMP, "")
                .set(TOKEN_ENTRY.TOKEN, token)
                .onDuplicateKeyUpdate()
                .set(TOKEN_ENTRY.TOKEN, token)
                .execute();
    }
}
