package io.chatledger.app.audit;

import static org.awaitility.Awaitility.await;

import io.chatledger.app.ChatLedger;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Database;
import io.chatledger.app.rig.FreePort;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.TestCluster;
import io.chatledger.app.rig.Unique;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on a database that may be spoilt. */
final class AuditApplication implements AutoCloseable {

    private static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    /** For all that can share one: each test has a tenant of its own. */
    static final AuditApplication SHARED = new AuditApplication(TestCluster.create(Unique.word()));

    final String database;
    final Path checkpointFile =
            Path.of("target", "checkpoints-" + Unique.word() + ".jsonl").toAbsolutePath();
    private final ConfigurableApplicationContext context;

    AuditApplication(String database) {
        this.database = database;
        TestCluster.outlastApplications();
        int port = FreePort.find();
        context = new SpringApplication(ChatLedger.class)
                .run(
                        "--server.port=" + port,
                        "--chatledger.mode=dev",
                        "--chatledger.limit.anonymous=0",
                        "--chatledger.node-id=" + Unique.word(),
                        "--chatledger.database.url=" + database,
                        "--chatledger.database.username=" + TestCluster.username(),
                        "--chatledger.database.password=" + TestCluster.password(),
                        "--chatledger.master-key=" + MASTER_KEY,
                        "--chatledger.audit.checkpoint-file=" + checkpointFile,
                        "--chatledger.sandbox.enabled=true",
                        "--chatledger.whatsapp.base-url=http://127.0.0.1:" + port + "/sandbox/graph",
                        "--chatledger.superadmin.email=" + RunningApplication.ADMIN,
                        "--chatledger.superadmin.password=" + RunningApplication.ADMIN_PASSWORD,
                        "--chatledger.whatsapp.app-secret=" + RunningApplication.APP_SECRET,
                        "--chatledger.whatsapp.verify-token=" + RunningApplication.VERIFY_TOKEN);
    }

    Client stranger() {
        return new Client(
                URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port")), Map.of());
    }

    Client admin() {
        return stranger().signedIn(RunningApplication.ADMIN, RunningApplication.ADMIN_PASSWORD);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    Connection owner() throws SQLException {
        return TestCluster.connect(database);
    }

    long number(String sql, Object... arguments) {
        Database asked = this::owner;
        return asked.number(sql, arguments);
    }

    /** As somebody with all rights in the database, whom no trigger stops. */
    int tamper(String sql, Object... arguments) {
        try (Connection connection = owner()) {
            return Tampering.on(connection, sql, arguments);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Before that somebody would only change what is not part of the chain yet. */
    void awaitLinked() {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> number("select h.position - n.position from event_head h, notary_place n") == 0);
    }

    @Override
    public void close() {
        context.close();
    }
}
