package io.chatledger.lab.bench;

import io.chatledger.lab.ApplicationProcess;
import io.chatledger.operations.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The application in a process of its own, on a database that the benchmark can look into. */
final class RunningApplication implements AutoCloseable {

    private final AtomicBoolean closed = new AtomicBoolean();
    private final Path folder;
    private final EmbeddedDatabase database;
    private final ApplicationProcess process;

    RunningApplication() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("chatledger-bench");
        database = EmbeddedDatabase.start(folder);
        process = new ApplicationProcess(new ApplicationProcess.Settings(
                database.jdbcUrl(), database.username(), database.password(), folder, "bench", false));
        // Whatever ends the benchmark, nothing of it is left running.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        process.start();
    }

    EmbeddedDatabase database() {
        return database;
    }

    HttpClient http() {
        return process.http();
    }

    URI uri(String path) {
        return process.uri(path);
    }

    /** Sends JSON and wants success. */
    JsonNode post(String path, Map<String, ?> body, String token) throws IOException, InterruptedException {
        return process.post(path, body, token);
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        process.close();
        database.close();
        delete();
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
