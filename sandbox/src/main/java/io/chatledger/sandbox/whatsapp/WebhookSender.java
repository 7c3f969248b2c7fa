package io.chatledger.sandbox.whatsapp;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends webhooks as the mischief in force says. Webhooks of one lane follow each other; lanes are independent. What
 * waits is held in memory, up to a bound.
 */
final class WebhookSender implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WebhookSender.class);

    private final WebhookPost post;
    private final MischiefSwitch mischief;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, CompletableFuture<Boolean>> lanes = new ConcurrentHashMap<>();
    private final Semaphore room = new Semaphore(5_000);

    WebhookSender(WebhookPost post, MischiefSwitch mischief) {
        this.post = post;
        this.mischief = mischief;
    }

    /** @return whether the application took it, once that is known */
    CompletableFuture<Boolean> send(String lane, Map<String, Object> payload) {
        if (!room.tryAcquire()) {
            log.warn("Sandbox drops a webhook: too many are waiting");
            return CompletableFuture.completedFuture(false);
        }
        byte[] body = WebhookJson.bytes(payload);
        Mischief now = mischief.current();
        CompletableFuture<Boolean> sent = now.parallel() ? start(body, now) : queue(lane, body, now);
        return sent.whenComplete((taken, failure) -> room.release());
    }

    /** Does something after a pause, on a thread of its own. */
    void later(Duration pause, Runnable task) {
        threads.execute(() -> {
            try {
                Thread.sleep(pause);
                task.run();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private CompletableFuture<Boolean> queue(String lane, byte[] body, Mischief now) {
        CompletableFuture<Boolean> queued = lanes.compute(
                lane,
                (name, last) -> last == null
                        ? start(body, now)
                        : last.handle((taken, failure) -> taken).thenCompose(before -> start(body, now)));
        queued.whenComplete((taken, failure) -> lanes.remove(lane, queued));
        return queued;
    }

    private CompletableFuture<Boolean> start(byte[] body, Mischief now) {
        return onThread(() -> {
            mischief.holdBack();
            return now.twice() ? twice(body, now.parallel()) : post.deliver(body);
        });
    }

    private boolean twice(byte[] body, boolean together) throws InterruptedException {
        CompletableFuture<Boolean> copy =
                together ? onThread(() -> post.deliver(body)) : CompletableFuture.completedFuture(post.deliver(body));
        return post.deliver(body) & copy.join();
    }

    private CompletableFuture<Boolean> onThread(Delivery delivery) {
        return CompletableFuture.supplyAsync(() -> taken(delivery), threads);
    }

    private static boolean taken(Delivery delivery) {
        try {
            return delivery.taken();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Says whether the application took it. */
    private interface Delivery {
        boolean taken() throws InterruptedException;
    }
}
