package io.chatledger.lab;

import java.io.IOException;
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
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application in a process of its own, always on the same port and database however often it is started. */
public final class ApplicationProcess implements AutoCloseable {

    public static final String APP_SECRET = "lab-app-secret";
    public static final String ADMIN = "admin@chatledger.local";
    public static final String ADMIN_PASSWORD = "admin-dev-only";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long STOP_SECONDS = 60;

    private final Settings settings;
    private final int port;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private @Nullable Process process;

    /**
     * @param url JDBC URL, without user and password
     * @param folder for secrets and the log; processes on one database share it
     * @param nodeId tells processes on one database apart
     * @param shared whether there may be other processes on the database
     */
    public record Settings(String url, String username, String password, Path folder, String nodeId, boolean shared) {}

    public ApplicationProcess(Settings settings) throws IOException {
        this.settings = settings;
        try (ServerSocket socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
    }

    /** Returns once it is healthy. */
    public synchronized void start() throws IOException, InterruptedException {
        process = launch();
        awaitHealth(process);
    }

    /** As the kernel does when memory runs out: no last words. */
    public void kill() throws InterruptedException {
        Process running = process();
        running.destroyForcibly();
        running.waitFor();
    }

    public long pid() {
        return process().pid();
    }

    public HttpClient http() {
        return http;
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public Path log() {
        return settings.folder().resolve(settings.nodeId() + ".log");
    }

    /** Sends JSON and wants success. */
    public JsonNode post(String path, Map<String, ?> body, String token) throws IOException, InterruptedException {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /** Wants success. */
    public JsonNode get(String path, String token) throws IOException, InterruptedException {
        return send(request(path, token).build());
    }

    @Override
    public void close() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private Process process() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running;
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Xmn320m",
                "-XX:+UseSerialGC",
                "-XX:MaxTenuringThreshold=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                System.getProperty("java.class.path"),
                "--server.port=" + port,
                "--chatledger.mode=dev",
                "--chatledger.node-id=" + settings.nodeId(),
                "--chatledger.data-dir=" + settings.folder(),
                "--chatledger.superadmin.email=" + ADMIN,
                "--chatledger.superadmin.password=" + ADMIN_PASSWORD,
                "--chatledger.sandbox.enabled=true",
                "--chatledger.whatsapp.base-url=http://127.0.0.1:" + port + "/sandbox/graph",
                "--chatledger.whatsapp.app-secret=" + APP_SECRET));
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.put("CHATLEDGER_DATABASE_URL", settings.url());
        environment.put("CHATLEDGER_DATABASE_USERNAME", settings.username());
        environment.put("CHATLEDGER_DATABASE_PASSWORD", settings.password());
        environment.put("CHATLEDGER_DATABASE_SHARED", Boolean.toString(settings.shared()));
        environment.put("CHATLEDGER_LIMIT_ANONYMOUS", "0");
        environment.put("AXONIQ_UPDATE_CHECKER_DISABLED", "true");
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private void awaitHealth(Process started) throws InterruptedException, IOException {
        Instant patience = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(patience) && started.isAlive()) {
            if (isHealthy()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("The application did not start: " + Files.readString(log()));
    }

    /** Whether it says that all is well. */
    public boolean isHealthy() throws InterruptedException {
        try {
            HttpRequest ask = HttpRequest.newBuilder(uri("/actuator/health"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException silent) {
            return false; // it does not listen yet, or has no time
        }
    }
}
