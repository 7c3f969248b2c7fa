package io.chatledger.lab.chaos;

import io.chatledger.lab.ApplicationProcess;
import io.chatledger.operations.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A database, processes of the application on it, and their callers, who begin as soon as it is set up. */
final class Stage implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AtomicBoolean closed = new AtomicBoolean();
    private final Outcome outcome = new Outcome();
    private final List<ApplicationProcess> nodes = new ArrayList<>();
    private final Options options;
    private final Path folder;
    private final Database database;
    private @Nullable Traffic traffic;

    Stage(Options options) throws IOException {
        this(options, Files.createTempDirectory("chatledger-chaos"));
    }

    /** @param data where PostgreSQL keeps its own */
    Stage(Options options, Path data) throws IOException {
        this.options = options;
        this.folder = Files.createTempDirectory("chatledger-chaos-app");
        this.database = new Database(data);
        // Whatever ends the scenario, nothing of it is left running.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    Stage open(int processes) throws Exception {
        return open(processes, database.port());
    }

    /** @param port where the processes find the database */
    Stage open(int processes, int port) throws Exception {
        EmbeddedDatabase running = database.running();
        String url = running.jdbcUrl().replaceFirst(":\\d+/", ":" + port + "/");
        for (int n = 0; n < processes; n++) {
            nodes.add(new ApplicationProcess(new ApplicationProcess.Settings(
                    url, running.username(), running.password(), folder, "node-" + n, processes > 1)));
            nodes.getLast().start();
        }
        traffic = new Traffic(openForBusiness(), nodes);
        traffic.begin();
        return this;
    }

    Database database() {
        return database;
    }

    ApplicationProcess node(int n) {
        return nodes.get(n);
    }

    Outcome outcome() {
        return outcome;
    }

    Traffic traffic() {
        if (traffic == null) {
            throw new IllegalStateException("not open");
        }
        return traffic;
    }

    void pause(Duration length) throws InterruptedException {
        Thread.sleep(length);
    }

    /** By itself, with nobody starting anything again; from now on. */
    void awaitRecovery() throws InterruptedException {
        long begin = System.nanoTime();
        for (int n = 0; n < nodes.size(); n++) {
            int node = n;
            boolean well = Waiting.until(
                    PATIENCE, () -> traffic().probe(node) && node(node).isHealthy());
            outcome.demand(well, "node-" + node + " has not recovered by itself");
        }
        outcome.figure("recoveredAfterMillis", (System.nanoTime() - begin) / 1_000_000);
    }

    /** @param mayBreak whether processes died or stood still, so that callers could not always reach them */
    Outcome verdict(boolean mayBreak) throws Exception {
        traffic().end();
        Verification verification = new Verification(database, outcome);
        verification.awaitWorkedOff();
        verification.spoil(options.sabotage());
        verification.awaitWorkedOff();
        verification.compare(traffic(), new ReadModels(database, node(0)));
        Answers.judge(traffic().answers(), outcome, mayBreak);
        if (!outcome.passed()) {
            System.out.println("  the log is kept in " + folder);
        }
        return outcome;
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        nodes.forEach(ApplicationProcess::close);
        database.close();
        try {
            FileSystemUtils.deleteRecursively(database.folder());
            if (outcome.passed()) {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException left) {
            System.err.println("left behind: " + left.getMessage());
        }
    }

    private Business openForBusiness() throws Exception {
        Business business = Business.register(node(0));
        for (int customer = 0; customer < Business.CUSTOMERS; customer++) {
            int status = node(0).http()
                    .send(
                            business.webhook(customer, "wamid.FIRST" + customer)
                                    .to(node(0).uri("/webhooks/whatsapp"))
                                    .build(),
                            java.net.http.HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            outcome.demand(status == 200, "the first message of customer " + customer + " was answered " + status);
        }
        Waiting.until(PATIENCE, () -> database.number("select count(*) from conversation_view") == Business.CUSTOMERS);
        List<String> conversations = List.copyOf(
                database.counts("select id, 1 from conversation_view").keySet());
        return new Business(business.token(), conversations);
    }
}
