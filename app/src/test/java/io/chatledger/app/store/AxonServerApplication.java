package io.chatledger.app.store;

import static org.awaitility.Awaitility.await;

import io.chatledger.app.ChatLedger;
import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Database;
import io.chatledger.app.rig.FreePort;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.TestCluster;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application, with a database of its own and its events in an Axon Server. */
final class AxonServerApplication implements AutoCloseable {

    private static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final String database = TestCluster.create(Unique.word());
    private final int port = FreePort.find();
    private final ConfigurableApplicationContext context;

    AxonServerApplication(String address) {
        context = new SpringApplication(ChatLedger.class)
                .run(
                        "--server.port=" + port,
                        "--chatledger.mode=dev",
                        "--chatledger.limit.anonymous=0",
                        "--chatledger.node-id=on-axon-server",
                        "--chatledger.event-store=axon-server",
                        "--chatledger.axon-server.address=" + address,
                        "--chatledger.database.url=" + database,
                        "--chatledger.database.username=" + TestCluster.username(),
                        "--chatledger.database.password=" + TestCluster.password(),
                        "--chatledger.master-key=" + MASTER_KEY,
                        "--chatledger.sandbox.enabled=true",
                        "--chatledger.superadmin.email=" + RunningApplication.ADMIN,
                        "--chatledger.superadmin.password=" + RunningApplication.ADMIN_PASSWORD,
                        "--chatledger.whatsapp.app-secret=" + RunningApplication.APP_SECRET,
                        "--chatledger.whatsapp.verify-token=" + RunningApplication.VERIFY_TOKEN,
                        "--chatledger.whatsapp.base-url=http://127.0.0.1:" + port + "/sandbox/graph");
    }

    Client stranger() {
        return new Client(URI.create("http://127.0.0.1:" + port), Map.of());
    }

    Client admin() {
        return stranger().signedIn(RunningApplication.ADMIN, RunningApplication.ADMIN_PASSWORD);
    }

    /** Signed as WhatsApp signs it, and worked through when this returns. */
    void deliver(Body body) {
        stranger()
                .with("X-Hub-Signature-256", Webhook.signature(body.bytes()))
                .post(Webhook.PATH, body.bytes())
                .expecting(200);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> number("select count(*) from webhook_journal where state = 'received'") == 0);
    }

    /** The answer to a question to the database that is one number. */
    long number(String sql) {
        Database asked = () -> TestCluster.connect(database);
        return asked.number(sql);
    }

    /** The first column of the answer. */
    List<String> ask(String sql) {
        Database asked = () -> TestCluster.connect(database);
        return asked.ask(sql);
    }

    @Override
    public void close() {
        context.close();
    }
}
