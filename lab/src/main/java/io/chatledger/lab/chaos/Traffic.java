package io.chatledger.lab.chaos;

import io.chatledger.lab.ApplicationProcess;
import io.chatledger.lab.SignedWebhook;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/**
 * Customers and agents who do not give up: what was not acknowledged is asked again, with the same id. Where there are
 * several processes, some requests go to two of them at once.
 */
final class Traffic {

    static final String COMMAND = "command";

    private static final int WEBHOOK_CLIENTS = 3;
    private static final int COMMAND_CLIENTS = 2;
    private static final int TWICE_EVERY = 5;
    private static final long THINKING_MILLIS = 15;
    private static final long RETRY_MILLIS = 250;

    private final Business business;
    private final List<ApplicationProcess> nodes;
    private final List<Answers> answers;
    private final Set<String> messages = ConcurrentHashMap.newKeySet();
    private final Set<String> commands = ConcurrentHashMap.newKeySet();
    private final AtomicLong number = new AtomicLong();
    private final Queue<Thread> clients = new ConcurrentLinkedQueue<>();
    private volatile boolean open = true;

    Traffic(Business business, List<ApplicationProcess> nodes) {
        this.business = business;
        this.nodes = nodes;
        this.answers = nodes.stream().map(node -> new Answers()).toList();
    }

    /** Acknowledged messages, by the provider's ids. */
    Set<String> messages() {
        return messages;
    }

    /** Acknowledged commands, by their idempotency keys. */
    Set<String> commands() {
        return commands;
    }

    /** Of each process. */
    List<Answers> answers() {
        return answers;
    }

    void begin() {
        for (int node = 0; node < nodes.size(); node++) {
            int mine = node;
            for (int client = 0; client < WEBHOOK_CLIENTS; client++) {
                start(() -> webhook(mine));
            }
            for (int client = 0; client < COMMAND_CLIENTS; client++) {
                start(() -> command(mine));
            }
            start(() -> query(mine));
        }
    }

    /** Everybody gets the answer that is under way, and asks nothing more. */
    void end() throws InterruptedException {
        open = false;
        for (Thread client = clients.poll(); client != null; client = clients.poll()) {
            client.join();
        }
    }

    /** One command, asked for once. */
    boolean probe(int node) throws InterruptedException {
        String key = "probe-" + number.incrementAndGet();
        return answers.get(node).ask(nodes.get(node), COMMAND, note(node, key)) && commands.add(key);
    }

    private interface Turn {
        void take() throws InterruptedException;
    }

    private void start(Turn turn) {
        clients.add(Thread.ofVirtual().start(() -> {
            try {
                while (open) {
                    turn.take();
                    Thread.sleep(THINKING_MILLIS);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private void webhook(int node) throws InterruptedException {
        long n = number.incrementAndGet();
        SignedWebhook webhook = business.webhook(n, "wamid.CHAOS" + n);
        Ask request = at -> webhook.to(nodes.get(at).uri("/webhooks/whatsapp"));
        ask(n, node, "webhook", request, () -> messages.add(webhook.providerMessageId()));
    }

    private void command(int node) throws InterruptedException {
        long n = number.incrementAndGet();
        String key = "key-" + n;
        ask(n, node, COMMAND, at -> note(at, key), () -> commands.add(key));
    }

    private void query(int node) throws InterruptedException {
        answers.get(node)
                .ask(
                        nodes.get(node),
                        "query",
                        HttpRequest.newBuilder(nodes.get(node).uri("/api/v1/conversations?limit=5"))
                                .header("Authorization", "Bearer " + business.token()));
        Thread.sleep(RETRY_MILLIS);
    }

    private interface Ask {
        HttpRequest.Builder to(int node);
    }

    private void ask(long n, int node, String kind, Ask request, Runnable acknowledged) throws InterruptedException {
        if (nodes.size() > 1 && n % TWICE_EVERY == 0) {
            int other = (node + 1) % nodes.size();
            clients.add(Thread.ofVirtual().start(() -> once(other, kind, request, acknowledged)));
        }
        while (open && !once(node, kind, request, acknowledged)) {
            Thread.sleep(RETRY_MILLIS);
        }
    }

    private boolean once(int node, String kind, Ask request, Runnable acknowledged) {
        try {
            boolean done = answers.get(node).ask(nodes.get(node), kind, request.to(node));
            if (done) {
                acknowledged.run();
            }
            return done;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The note's text is the key, so that it can be found in the read model too. */
    private HttpRequest.Builder note(int node, String key) {
        String body = JsonMapper.shared().writeValueAsString(Map.of("text", key));
        String path = "/api/v1/conversations/" + business.conversation(key) + "/notes";
        return HttpRequest.newBuilder(nodes.get(node).uri(path))
                .header("Authorization", "Bearer " + business.token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
