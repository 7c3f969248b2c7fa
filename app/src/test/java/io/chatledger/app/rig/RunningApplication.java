package io.chatledger.app.rig;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.chatledger.app.ChatLedger;
import io.chatledger.operations.postgres.EmbeddedDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application as {@code scripts/run} starts it, once for all tests of this JVM. */
public final class RunningApplication {

    public static final String APP_SECRET = "it-app-secret";
    public static final String VERIFY_TOKEN = "it-verify-token";
    public static final String ADMIN = "admin@chatledger.local";
    public static final String ADMIN_PASSWORD = "admin-dev-only";

    private static final RunningApplication ONE = new RunningApplication();

    private final Graph graph = new Graph();
    private final HikariDataSource owner = new HikariDataSource();
    private final ConfigurableApplicationContext context;

    private RunningApplication() {
        EmbeddedDatabase database = TestCluster.database();
        owner.setJdbcUrl(database.jdbcUrl());
        owner.setUsername(database.username());
        owner.setPassword(database.password());
        owner.setMaximumPoolSize(2);
        context = new SpringApplication(ChatLedger.class)
                .run(
                        "--server.port=0",
                        "--chatledger.mode=dev",
                        "--chatledger.limit.anonymous=0",
                        "--chatledger.node-id=embedded",
                        "--chatledger.database.url=" + database.jdbcUrl(),
                        "--chatledger.database.username=" + database.username(),
                        "--chatledger.database.password=" + database.password(),
                        "--chatledger.database.shared=false",
                        "--chatledger.data-dir=" + TestCluster.FOLDER,
                        "--chatledger.sandbox.enabled=true",
                        "--chatledger.trusted-proxies=127.8.0.0/16",
                        "--chatledger.limit.body-pause=3s",
                        "--chatledger.replays.sweep=1s",
                        "--chatledger.superadmin.email=" + ADMIN,
                        "--chatledger.superadmin.password=" + ADMIN_PASSWORD,
                        "--chatledger.whatsapp.app-secret=" + APP_SECRET,
                        "--chatledger.whatsapp.verify-token=" + VERIFY_TOKEN,
                        "--chatledger.whatsapp.base-url=" + graph.url(),
                        "--chatledger.whatsapp.read-timeout=2s");
        graph.leadTo(uri().resolve("/sandbox/graph"));
    }

    public static Graph graph() {
        return ONE.graph;
    }

    public static <T> T bean(Class<T> type) {
        return ONE.context.getBean(type);
    }

    /** Somebody who has not signed in. */
    public static Client stranger() {
        return new Client(ONE.uri(), Map.of());
    }

    /** The super-admin. */
    public static Client admin() {
        return stranger().signedIn(ADMIN, ADMIN_PASSWORD);
    }

    /**
     * Waits until no webhook is left to be worked through.
     *
     * @return the position that says so in the read models
     */
    public static String settled() {
        await().atMost(Duration.ofSeconds(40))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> number("select count(*) from webhook_journal where state = 'received'") == 0);
        return Long.toString(number("select position from event_head"));
    }

    /** The answer to a question to the database that is one number. */
    public static long number(String sql, Object... arguments) {
        return database().number(sql, arguments);
    }

    /** The first column of the answer. */
    public static List<String> ask(String sql) {
        return database().ask(sql);
    }

    private static Database database() {
        return ONE.owner::getConnection;
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }
}
