package io.chatledger.lab.bench;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * What a hundred shops and their customers do: messages come in and are answered, with the webhook deliveries and the
 * statuses that this takes, about nine events a message. The same at each run.
 */
final class SampleBusiness {

    static final int TENANTS = 100;
    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
    private static final int MICROS_BETWEEN = 900_000;

    private final Random random = new Random(42);
    private final List<SampleShop> shops = new ArrayList<>();
    private final Deque<Happening> waiting = new ArrayDeque<>();
    private long happened;

    /** An event and the stream that it belongs to. */
    record Happening(StreamId stream, String type, Event event) {}

    SampleBusiness() {
        for (int shop = 0; shop < TENANTS; shop++) {
            shops.add(new SampleShop(new TenantId("shop-" + shop), this));
        }
    }

    Happening next() {
        while (waiting.isEmpty()) {
            shops.get(random.nextInt(TENANTS)).goOn();
        }
        return waiting.remove();
    }

    void happens(StreamId stream, String type, Event event) {
        waiting.add(new Happening(stream, type, event));
    }

    Instant now() {
        return START.plusNanos(1_000L * MICROS_BETWEEN * happened++);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
