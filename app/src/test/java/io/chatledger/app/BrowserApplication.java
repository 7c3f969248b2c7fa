package io.chatledger.app;

import io.chatledger.app.rig.FreePort;
import io.chatledger.operations.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** The whole application as {@code scripts/run} starts it, with a database of its own under {@code target}. */
record BrowserApplication(String url, ConfigurableApplicationContext context, EmbeddedDatabase database)
        implements AutoCloseable {

    static final String ADMIN = "admin@chatledger.local";
    static final String ADMIN_PASSWORD = "admin-of-the-browser-tests";

    static BrowserApplication start() throws IOException {
        System.setProperty(
                "chatledger.postgres.programs",
                Path.of("target", "postgres-bin").toString());
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "inbox-browser-");
        EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        String url = "http://127.0.0.1:" + FreePort.find();
        SpringApplication application = new SpringApplication(ChatLedger.class);
        application.setRegisterShutdownHook(false);
        try {
            return new BrowserApplication(url, application.run(arguments(properties(url, folder, database))), database);
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    private static String[] arguments(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    private static Map<String, String> properties(String url, Path folder, EmbeddedDatabase database) {
        Map<String, String> properties = new HashMap<>();
        properties.put("server.port", url.substring(url.lastIndexOf(':') + 1));
        properties.put("chatledger.mode", "dev");
        properties.put("chatledger.limit.anonymous", "0");
        properties.put("chatledger.node-id", "embedded");
        properties.put("chatledger.data-dir", folder.toString());
        properties.put("chatledger.public-url", url);
        properties.put("chatledger.sandbox.enabled", "true");
        properties.put("chatledger.superadmin.email", ADMIN);
        properties.put("chatledger.superadmin.password", ADMIN_PASSWORD);
        properties.put("chatledger.database.url", database.jdbcUrl());
        properties.put("chatledger.database.username", database.username());
        properties.put("chatledger.database.password", database.password());
        properties.put("chatledger.database.shared", "false");
        properties.put("chatledger.whatsapp.app-secret", "secret-of-the-browser-tests");
        properties.put("chatledger.whatsapp.verify-token", "token-of-the-browser-tests");
        properties.put("chatledger.whatsapp.base-url", url + "/sandbox/graph");
        // A call without an answer is given up before the statuses come: see the mischief in the test.
        properties.put("chatledger.whatsapp.read-timeout", "2s");
        return properties;
    }

    /** Puts an event aside that nothing is wrong with. */
    void park(String eventType) {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("insert into dead_letter (letter_id, processor_name, projection, sequence_id,"
                    + " sequence_index, message_type, event_id, timestamp, payload_name, payload, aggregate_id,"
                    + " enqueued_at, cause_type, cause_message) values ('" + UUID.randomUUID()
                    + "', 'projection.live', 'channel', 'channel row none', 1, 'projection', 'e', 'now', '" + eventType
                    + "', '', 'platform/channel/none', '2026-11-20T12:00:00.000Z', 'java.lang.IllegalStateException',"
                    + " 'at ChannelProjection.fold:40')");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Ends the mischief that a test may have left. */
    void behave() {
        RestClient.create(url)
                .put()
                .uri("/sandbox/api/mischief")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{}")
                .retrieve()
                .toBodilessEntity();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
