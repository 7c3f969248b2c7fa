package io.chatledger.app;

import io.chatledger.kernel.problem.StartupFailure;
import io.chatledger.operations.postgres.EmbeddedDatabase;
import io.chatledger.operations.postgres.WalArchive;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Starts ChatLedger, with a PostgreSQL of its own unless the environment names another. */
@SpringBootApplication
@ConfigurationPropertiesScan("io.chatledger")
public class ChatLedger {

    /** @param args Spring properties, such as {@code --server.port=8080} */
    public static void main(String[] args) {
        try {
            start(args);
        } catch (RuntimeException failure) {
            System.err.println("ChatLedger cannot start: " + StartupAdvice.of(failure));
            System.exit(1);
        }
    }

    private static void start(String[] args) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
        StartupAdvice.verifyPort(environment);
        SpringApplication application = new SpringApplication(ChatLedger.class);
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("chatledger.node-id", "node-" + UUID.randomUUID());
        if (!environment.getProperty("chatledger.mode", "production").equals("dev")) {
            defaults.put("logging.structured.format.console", "ecs");
        }
        if (environment.getProperty("chatledger.sandbox.enabled", Boolean.class, false)) {
            defaults.put("chatledger.whatsapp.base-url", "http://127.0.0.1:${server.port}/sandbox/graph");
        }
        if (environment.getProperty("chatledger.database.url", "").isBlank()) {
            String dataDir = environment.getProperty("chatledger.data-dir", ".data");
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(dataDir), archive(environment));
            SpringApplication.getShutdownHandlers().add(database::close);
            defaults.putAll(embedded(database, dataDir));
        }
        if (defaults.get("chatledger.database.url") == null && archive(environment) != null) {
            throw new StartupFailure("backups are for the database that comes with ChatLedger; back up one of your own"
                    + " with its own tools (pg_basebackup, pgBackRest).");
        }
        application.setDefaultProperties(defaults);
        application.run(args);
    }

    private static @Nullable WalArchive archive(Environment environment) {
        String folder = environment.getProperty("chatledger.backup-dir", "");
        return folder.isBlank() ? null : WalArchive.in(Path.of(folder, "wal"));
    }

    /** One process has the data folder to itself, so it takes up its own work at once after a crash. */
    private static Map<String, Object> embedded(EmbeddedDatabase database, String dataDir) {
        return Map.of(
                "chatledger.database.url",
                database.jdbcUrl(),
                "chatledger.database.username",
                database.username(),
                "chatledger.database.password",
                database.password(),
                "chatledger.database.shared",
                "false",
                "chatledger.data-dir",
                dataDir,
                "chatledger.node-id",
                "embedded");
    }
}
