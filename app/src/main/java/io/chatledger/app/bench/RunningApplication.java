package io.chatledger.app.bench;

import io.chatledger.app.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application in a process of its own, on a database that the benchmark can look into. */
final class RunningApplication implements AutoCloseable {

    static final String APP_SECRET = "bench-app-secret";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final AtomicBoolean closed = new AtomicBoolean();
    private final Path folder;
    private final EmbeddedDatabase database;
    private final Process process;
    private final String base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    RunningApplication() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("chatledger-bench");
        database = EmbeddedDatabase.start(folder);
        int port = freePort();
        base = "http://127.0.0.1:" + port;
        process = start(port);
        // Whatever ends the benchmark, nothing of it is left running.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        awaitHealth();
    }

    EmbeddedDatabase database() {
        return database;
    }

    HttpClient http() {
        return http;
    }

    URI uri(String path) {
        return URI.create(base + path);
    }

    /** Sends JSON and wants success. */
    JsonNode post(String path, Map<String, ?> body, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        database.close();
        delete();
    }

    private Process start(int port) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                System.getProperty("java.class.path"),
                "--server.port=" + port,
                "--chatledger.mode=dev",
                "--chatledger.node-id=bench",
                "--chatledger.data-dir=" + folder,
                "--chatledger.whatsapp.app-secret=" + APP_SECRET));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.put("CHATLEDGER_DATABASE_URL", database.jdbcUrl());
        environment.put("CHATLEDGER_DATABASE_USERNAME", database.username());
        environment.put("CHATLEDGER_DATABASE_PASSWORD", database.password());
        environment.put("CHATLEDGER_DATABASE_SHARED", "false");
        environment.put("AXONIQ_UPDATE_CHECKER_DISABLED", "true");
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("application.log").toFile())
                .start();
    }

    private void awaitHealth() throws InterruptedException, IOException {
        Instant patience = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(patience) && process.isAlive()) {
            try {
                HttpResponse<Void> health = http.send(
                        HttpRequest.newBuilder(uri("/actuator/health")).build(),
                        HttpResponse.BodyHandlers.discarding());
                if (health.statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It does not listen yet.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(
                "The application did not start: " + Files.readString(folder.resolve("application.log")));
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
