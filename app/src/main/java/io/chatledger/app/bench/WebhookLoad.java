package io.chatledger.app.bench;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Clients that post signed webhooks, each with one message of one of many customers. */
final class WebhookLoad {

    private static final int CUSTOMERS = 500;

    private static final String BODY = """
            {"object":"whatsapp_business_account","entry":[{"id":"900100","changes":[{"field":"messages","value":\
            {"messaging_product":"whatsapp","metadata":{"display_phone_number":"56220000000","phone_number_id":"%s"},\
            "contacts":[{"profile":{"name":"Customer %d"},"wa_id":"5697%07d"}],"messages":[{"from":"5697%07d",\
            "id":"wamid.BENCH%d","timestamp":"%d","type":"text","text":{"body":"\\u00bfTienen hora para ma\\u00f1ana?"}}]}}]}]}""";

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
        long customer = n % CUSTOMERS;
        byte[] body = BODY.formatted(
                        phoneNumberId,
                        customer,
                        customer,
                        customer,
                        n,
                        Instant.now().getEpochSecond())
                .getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(application.uri("/webhooks/whatsapp"))
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", "sha256=" + sign(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
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

    private static String sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(RunningApplication.APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
