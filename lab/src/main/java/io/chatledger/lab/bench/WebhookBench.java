package io.chatledger.lab.bench;

import static io.chatledger.lab.bench.Measured.rounded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signed webhooks over loopback with 1, 8 and 32 clients, then at 300 a second, against raw single-row inserts into the
 * same PostgreSQL in the same run. Option: milliseconds a step (default 10,000).
 */
final class WebhookBench {

    private static final String NUMBER = "900200";
    private static final int PACE = 300;

    private WebhookBench() {}

    static void run(List<String> options) throws Exception {
        long step = options.isEmpty() ? 10_000 : Long.parseLong(options.getFirst());
        try (RunningApplication application = new RunningApplication()) {
            connect(application);
            WebhookLoad load = new WebhookLoad(application, NUMBER);
            System.out.println("warming up");
            load.run(8, step, 0);
            awaitProcessed(application);
            double raw = RawInserts.perSecond(application.database(), 32, step / 2);
            System.out.printf("raw single-row inserts, 32 clients: %.0f/s%n", raw);
            for (int clients : new int[] {1, 8, 32}) {
                print(clients + " clients", load.run(clients, step, 0));
                awaitProcessed(application);
            }
            WebhookLoad.Result full = load.run(32, step, 0);
            print("32 clients again", full);
            awaitProcessed(application);
            paced(application, load, step, full, raw);
        }
    }

    private static void paced(
            RunningApplication application, WebhookLoad load, long step, WebhookLoad.Result full, double raw)
            throws Exception {
        long before = head(application);
        VisibilityWatch watch = new VisibilityWatch(application.database());
        WebhookLoad.Result paced = load.run(16, step, PACE);
        print(PACE + "/s", paced);
        awaitProcessed(application);
        watch.stop();
        Measured visible = watch.sinceCommit(before);
        watch.close();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("webhooksPerSecond", rounded(full.perSecond()));
        result.put("p50Millis", rounded(paced.answers().percentile(0.5)));
        result.put("p99Millis", rounded(paced.answers().percentile(0.99)));
        result.put("commitToVisibleP50Millis", rounded(visible.percentile(0.5)));
        result.put("commitToVisibleP99Millis", rounded(visible.percentile(0.99)));
        result.put("ratioToRawInserts", rounded(full.perSecond() / raw));
        System.out.println(JsonMapper.shared().writeValueAsString(result));
    }

    private static void connect(RunningApplication application) throws Exception {
        String token = application
                .post(
                        "/api/v1/auth/register",
                        Map.of(
                                "company", "Bench",
                                "email", "bench@chatledger.local",
                                "password", "bench-password-1",
                                "firstName", "Bench",
                                "lastName", "Mark"),
                        "")
                .get("accessToken")
                .asString();
        application.post(
                "/api/v1/channels",
                Map.of(
                        "provider", "cloud_api",
                        "name", "Bench",
                        "phoneNumberId", NUMBER,
                        "wabaId", "900100",
                        "accessToken", "bench"),
                token);
    }

    /** Each step begins when nothing of the one before is left to do. */
    private static void awaitProcessed(RunningApplication application) throws Exception {
        Instant patience = Instant.now().plus(Duration.ofMinutes(3));
        try (Connection connection = RawInserts.open(application.database());
                Statement statement = connection.createStatement()) {
            while (Instant.now().isBefore(patience)) {
                try (ResultSet left =
                        statement.executeQuery("select count(*) from webhook_journal where state = 'received'")) {
                    left.next();
                    if (left.getLong(1) == 0) {
                        return;
                    }
                }
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("webhooks were left unprocessed");
    }

    private static long head(RunningApplication application) throws Exception {
        try (Connection connection = RawInserts.open(application.database());
                Statement statement = connection.createStatement();
                ResultSet head = statement.executeQuery("select position from event_head")) {
            head.next();
            return head.getLong(1);
        }
    }

    private static void print(String what, WebhookLoad.Result result) {
        System.out.printf(
                "%s: %.0f webhooks/s, answered in p50 %.1f ms, p99 %.1f ms%n",
                what,
                result.perSecond(),
                result.answers().percentile(0.5),
                result.answers().percentile(0.99));
    }
}
