package io.chatledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.CapturedLog;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import io.chatledger.rig.axonserver.StandIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * Axon Server is away while customers go on writing, who are answered by the journal. For longer than in the ordinary
 * tests with {@code -Dchatledger.test.outage=50s}.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongOutageIT {

    private static final Duration OUTAGE = Duration.parse(
            "PT" + System.getProperty("chatledger.test.outage", "6s").toUpperCase(java.util.Locale.ROOT));
    private static final int CUSTOMERS = 20;
    private static final int REPLIES = 30;
    private static final String LEFT = "select count(*) from webhook_journal where state = 'received'";

    private final StandIn server = new StandIn();
    private final AxonServerApplication application = new AxonServerApplication(server.address());
    private final Client owner = application
            .stranger()
            .withToken(application
                    .stranger()
                    .post("/api/v1/auth/register", Business.registration(Unique.word() + "@example.com"))
                    .expecting(201)
                    .string("accessToken"));
    private final Number number = Number.unconnected();
    private final List<String> customers =
            IntStream.range(0, CUSTOMERS).mapToObj(n -> Unique.digits()).toList();
    private int turn;

    @AfterAll
    void close() {
        application.close();
        server.close();
    }

    @Test
    void leavesALineInTheLogAndIsMadeUpForInOrder() {
        owner.post("/api/v1/channels", Business.channel(number)).expecting(201);
        everybodyWrites();
        awaitWorkedOff();
        try (CapturedLog log = new CapturedLog()) {
            long end = System.nanoTime() + OUTAGE.toNanos();
            server.goAway();
            while (System.nanoTime() < end) {
                everybodyWrites();
            }
            server.comeBack();
            everybodyWrites();
            long back = System.nanoTime();
            awaitWorkedOff();
            System.out.printf(
                    "outage %s: %d messages, worked off %d ms after the return, %d bytes of log, %d stack traces%n",
                    OUTAGE, turn * CUSTOMERS, (System.nanoTime() - back) / 1_000_000, log.bytes(), log.stackTraces());
            assertThat(log.lines()).as(log.text()).haveExactly(2, CapturedLog.saying("The store"));
            assertThat(log.bytes()).as(log.text()).isLessThan(50_000);
        }
        assertThat(application.number(LEFT)).isZero();
        assertThat(application.number("select count(*) from webhook_journal where attempts > 1"))
                .isZero();
        for (String customer : customers) {
            assertThat(application.ask("select split_part(provider_message_id, '-', 2) from message_view"
                            + " where split_part(provider_message_id, '-', 1) = '" + customer + "' order by sequence"))
                    .isEqualTo(
                            IntStream.range(0, turn).mapToObj(Integer::toString).toList());
        }
    }

    @Test
    void repliesThatWereQueuedGoOutOnceWhenItIsOver() {
        Number another = Number.unconnected();
        owner.post("/api/v1/channels", Business.channel(another)).expecting(201);
        String customer = Unique.digits();
        application.deliver(Body.messages(another, List.of(Body.text(customer, Unique.wamid(), "Hola"))));
        String conversation = await().atMost(Duration.ofSeconds(30))
                .until(() -> owner.get("/api/v1/conversations?q=" + customer).items(), found -> !found.isEmpty())
                .getFirst()
                .get("id")
                .asString();
        for (int n = 0; n < REPLIES; n++) {
            owner.post(
                            "/api/v1/conversations/" + conversation + "/messages",
                            Map.of("type", "text", "text", "Respuesta " + n))
                    .expecting(202);
        }
        server.goAway();
        await().atMost(Duration.ofSeconds(20)).until(() -> !healthy());
        server.comeBack();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> application.number("select count(*) from scheduled_tasks where task_name = 'send-message'")
                        == 0);
        String outbound = "select count(*) from message_view where direction = 'outbound' and phone_number_id = '"
                + another.phoneNumberId() + "'";
        await().atMost(Duration.ofSeconds(20))
                .until(() -> application.number(outbound
                                + " and provider_message_id is not null and send_status not in ('queued', 'unknown')")
                        == REPLIES);
        assertThat(application.number(outbound)).isEqualTo(REPLIES);
    }

    private boolean healthy() {
        return application.stranger().get("/actuator/health").status() == 200;
    }

    private void everybodyWrites() {
        for (String customer : customers) {
            Body body = Body.messages(number, List.of(Body.text(customer, customer + "-" + turn, "n. " + turn)));
            application
                    .stranger()
                    .with("X-Hub-Signature-256", Webhook.signature(body.bytes()))
                    .post(Webhook.PATH, body.bytes())
                    .expecting(200);
        }
        turn++;
    }

    private void awaitWorkedOff() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> application.number(LEFT) == 0);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> application.number("select count(*) from message_view where phone_number_id = '"
                                + number.phoneNumberId() + "'")
                        == (long) turn * CUSTOMERS);
    }
}
