package io.chatledger.app.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.HeldHead;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.rig.Parallel;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class IdempotencyIT {

    private static final int TIMES = 10;
    private static final Map<String, String> HELLO = Map.of("type", "text", "text", "Hola");

    private final Business business = Business.register();
    private final Number number = business.connect();
    private final String conversation = business.conversationWith(number, Unique.digits());
    private final String path = "/api/v1/conversations/" + conversation + "/messages";
    private final String key = Unique.word();
    private final Client keyed = business.owner().with("Idempotency-Key", key);

    @Test
    void theSameKeyAndBodyGetTheSameAnswerAndAreDoneOnce() {
        Answer first = keyed.post(path, HELLO).expecting(202);
        Answer second = keyed.post(path, HELLO).expecting(202);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(business.messages(conversation)).hasSize(2);
    }

    @Test
    void tenAtOnceAreDoneOnce() throws SQLException {
        CountDownLatch begun = new CountDownLatch(TIMES);
        CompletableFuture<List<String>> running;
        try (HeldHead head = HeldHead.take()) {
            running = CompletableFuture.supplyAsync(() -> Parallel.times(TIMES, n -> {
                begun.countDown();
                return keyed.post(path, HELLO).expecting(202).string("id");
            }));
            await().atMost(Duration.ofSeconds(20)).until(() -> begun.getCount() == 0 && head.isAwaited());
        }
        List<String> answers = running.join();
        assertThat(answers).hasSize(TIMES);
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(business.messages(conversation)).hasSize(2);
        business.awaitStatus(conversation, answers.getFirst(), "delivered");
        assertThat(RunningApplication.graph().calls(number)).hasSize(1);
    }

    @Test
    void whatIsInTheKeyIsNowhereInTheHistory() {
        keyed.post(path, HELLO).expecting(202);
        assertThat(RunningApplication.number(
                        "select count(*) from event where tenant_id = ? and (position(? in metadata::text) > 0"
                                + " or position(? in payload::text) > 0)",
                        business.id(),
                        key,
                        key))
                .isZero();
        assertThat(RunningApplication.number(
                        "select count(distinct metadata->>'idempotencyKey') from event where tenant_id = ?",
                        business.id()))
                .isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        keyed.post(path, HELLO).expecting(202);
        keyed.post(path, Map.of("type", "text", "text", "Chao")).refusedWith(422, "idempotency-key-reused");
    }

    @Test
    void theSameKeyForAnotherPathIsRefused() {
        keyed.post(path, HELLO).expecting(202);
        keyed.post("/api/v1/conversations/" + conversation + "/close").refusedWith(422, "idempotency-key-reused");
    }

    @Test
    void theSameKeyOfAnotherTenantIsAnotherKey() {
        Business other = Business.register();
        Client theirs = other.owner().with("Idempotency-Key", key);
        keyed.post("/api/v1/channels", Business.channel(Number.unconnected())).expecting(201);
        theirs.post("/api/v1/channels", Business.channel(Number.unconnected())).expecting(201);
    }

    @Test
    void aRefusalUsesNoKeyUp() {
        keyed.post("/api/v1/conversations/" + conversation + "/reopen").expecting(409);
        business.owner()
                .post("/api/v1/conversations/" + conversation + "/close")
                .expecting(200);
        keyed.post("/api/v1/conversations/" + conversation + "/reopen").expecting(200);
    }

    @Test
    void aKeyMayHave255CharactersAndNoMore() {
        Client owner = business.owner();
        owner.with("Idempotency-Key", "k".repeat(255)).post(path, HELLO).expecting(202);
        owner.with("Idempotency-Key", "k".repeat(256)).post(path, HELLO).refusedWith(400, "invalid-request");
        owner.with("Idempotency-Key", " ").post(path, HELLO).refusedWith(400, "invalid-request");
    }

    @Test
    void aChannelIsConnectedOnceAndItsTokenStaysUsable() {
        Map<String, Object> channel = Business.channel(Number.unconnected());
        String first = keyed.post("/api/v1/channels", channel).expecting(201).string("id");
        assertThat(keyed.post("/api/v1/channels", channel).expecting(201).string("id"))
                .isEqualTo(first);
        assertThat(RunningApplication.number("select count(*) from secret where owner_id like ?", "%" + first))
                .isEqualTo(1);
    }

    @Test
    void aRegistrationIsDoneOnceAndSignsInAgain() {
        Client stranger = RunningApplication.stranger().with("Idempotency-Key", Unique.word());
        String email = Unique.word() + "@example.com";
        Map<String, Object> registration = Business.registration(email);
        Answer first = stranger.post("/api/v1/auth/register", registration).expecting(201);
        Answer second = stranger.post("/api/v1/auth/register", registration).expecting(201);
        assertThat(second.json().get("tenant").get("id"))
                .isEqualTo(first.json().get("tenant").get("id"));
        RunningApplication.stranger()
                .post("/api/v1/auth/login", Map.of("email", email, "password", Business.PASSWORD))
                .expecting(200);
    }

    @Test
    void aKeyDoesNotOpenSomebodyElsesRegistration() {
        Client stranger = RunningApplication.stranger().with("Idempotency-Key", Unique.word());
        stranger.post("/api/v1/auth/register", Business.registration(Unique.word() + "@example.com"))
                .expecting(201);
        stranger.post("/api/v1/auth/register", Business.registration(Unique.word() + "@example.com"))
                .refusedWith(422, "idempotency-key-reused");
    }

    @Test
    void withoutAKeyTwiceIsTwice() {
        business.owner().post(path, HELLO).expecting(202);
        business.owner().post(path, HELLO).expecting(202);
        assertThat(business.messages(conversation)).hasSize(3);
    }
}
