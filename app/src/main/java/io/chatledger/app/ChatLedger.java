package io.chatledger.app;

import io.chatledger.app.postgres.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
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
        if (environment.getProperty("chatledger.database.url", "").isBlank()) {
            String dataDir = environment.getProperty("chatledger.data-dir", ".data");
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(dataDir));
            SpringApplication.getShutdownHandlers().add(database::close);
            application.setDefaultProperties(embedded(database, dataDir));
        }
        application.run(args);
    }

    private static Map<String, Object> embedded(EmbeddedDatabase database, String dataDir) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("chatledger.database.url", database.jdbcUrl());
        properties.put("chatledger.database.username", database.username());
        properties.put("chatledger.database.password", database.password());
        properties.put("chatledger.database.shared", "false");
        properties.put("chatledger.data-dir", dataDir);
        properties.put("chatledger.node-id", "embedded");
        return properties;
    }
}
