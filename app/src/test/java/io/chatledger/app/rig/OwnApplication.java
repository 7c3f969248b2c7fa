package io.chatledger.app.rig;

import static org.awaitility.Awaitility.await;

import io.chatledger.app.ChatLedger;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application on a database of its own, for tests that break things or stop and start it. */
public final class OwnApplication implements AutoCloseable {

    private static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final String url;
    private final String username;
    private final String password;
    private final int port = FreePort.find();
    private ConfigurableApplicationContext context;

    public OwnApplication(String url, String username, String password, String... more) {
        this.url = url;
        this.username = username;
        this.password = password;
        this.context = run(more);
    }

    public void restart(String... more) {
        context.close();
        context = run(more);
    }

    private ConfigurableApplicationContext run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--chatledger.mode=dev",
                "--chatledger.limit.anonymous=0",
                "--chatledger.node-id=embedded",
                "--chatledger.database.url=" + url,
                "--chatledger.database.username=" + username,
                "--chatledger.database.password=" + password,
                "--chatledger.database.shared=false",
                "--chatledger.master-key=" + MASTER_KEY,
                "--chatledger.sandbox.enabled=true",
                "--chatledger.superadmin.email=" + RunningApplication.ADMIN,
                "--chatledger.superadmin.password=" + RunningApplication.ADMIN_PASSWORD,
                "--chatledger.whatsapp.app-secret=" + RunningApplication.APP_SECRET,
                "--chatledger.whatsapp.verify-token=" + RunningApplication.VERIFY_TOKEN,
                "--chatledger.whatsapp.base-url=http://127.0.0.1:" + port + "/sandbox/graph"));
        arguments.addAll(List.of(more));
        SpringApplication application = new SpringApplication(ChatLedger.class);
        application.setRegisterShutdownHook(false);
        return application.run(arguments.toArray(String[]::new));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Client stranger() {
        return new Client(URI.create("http://127.0.0.1:" + port), Map.of());
    }

    public Client admin() {
        return stranger().signedIn(RunningApplication.ADMIN, RunningApplication.ADMIN_PASSWORD);
    }

    public Business register() {
        return Business.register(stranger(), Business.registration(Unique.word() + "@example.com"));
    }

    /** Signed as WhatsApp signs it. */
    public void deliver(Body body) {
        stranger()
                .with("X-Hub-Signature-256", Webhook.signature(body.bytes()))
                .post(Webhook.PATH, body.bytes())
                .expecting(200);
    }

    /** Id of the conversation that a customer's first message opens. */
    public String conversationWith(Business business, Number number, String customer) {
        deliver(Body.messages(number, List.of(Body.text(customer, Unique.wamid(), "Hola"))));
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> business.owner()
                                .get("/api/v1/conversations?q=" + customer)
                                .items(),
                        found -> !found.isEmpty())
                .getFirst()
                .get("id")
                .asString();
    }

    /** As one whom row-level security does not bind. */
    public void execute(String sql) {
        try (Connection connection = database().open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The first column of the answer. */
    public List<String> ask(String sql) {
        return database().ask(sql);
    }

    public long number(String sql) {
        return Long.parseLong(ask(sql).getFirst());
    }

    private Database database() {
        return () -> DriverManager.getConnection(url, username, password);
    }

    @Override
    public void close() {
        context.close();
    }
}
