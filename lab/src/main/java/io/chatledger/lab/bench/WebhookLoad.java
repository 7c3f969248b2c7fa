package io.chatledger.lab.bench;

import io.chatledger.lab.SignedWebhook;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that post signed webhooks, each with one message of one of many customers. */
final class WebhookLoad {

    private static final int CUSTOMERS = 500;

    private final RunningApplication application;
    private final String phoneNumberId;
    private final AtomicLong sent = new AtomicLong();

    WebhookLoad(RunningApplication application, String phoneNumberId) {
        this.application = application;
        this.phoneNumberId = phoneNumberId;
    }

    /** How long each answer took. */
    record Result(double perSecond, Measured answers) {}

    /** @param perSecond the pace of all clients together; 0 for as fast as they can */
    Result run(int clients, long millis, int perSecond) throws InterruptedException {
        Measured answers = new Measured();
        long start = System.nanoTime();
        long end = start + millis * 1_000_000;
        AtomicLong ticket = new AtomicLong();
        Thread[] threads = new Thread[clients];
        for (int i = 0; i < clients; i++) {
            threads[i] = Thread.ofPlatform().start(() -> {
                while (System.nanoTime() < end) {
                    long due = perSecond == 0
                            ? System.nanoTime()
                            : start + ticket.getAndIncrement() * 1_000_000_000L / perSecond;
                    waitUntil(due);
                    if (System.nanoTime() < end) {
                        post(answers, due);
                    }
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return new Result(answers.count() * 1e9 / (System.nanoTime() - start), answers);
    }

    /** Measured from when it was due, so that a stall counts for everybody who had to wait. */
    private void post(Measured answers, long due) {
        long n = sent.incrementAndGet();
        HttpRequest request = SignedWebhook.of(phoneNumberId, n % CUSTOMERS, "wamid.BENCH" + n)
                .to(application.uri("/webhooks/whatsapp"))
                .build();
        try {
            HttpResponse<Void> answer = application.http().send(request, HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("a webhook was answered " + answer.statusCode());
            }
            answers.add(System.nanoTime() - due);
        } catch (java.io.IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void waitUntil(long due) {
        long left = due - System.nanoTime();
        if (left > 0) {
            java.util.concurrent.locks.LockSupport.parkNanos(left);
        }
    }
}
