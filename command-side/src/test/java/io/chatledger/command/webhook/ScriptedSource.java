package io.chatledger.command.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chatledger.kernel.tenant.TenantId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Understands {@code <result> <tenant> <customer>,...} and remembers for whom it has worked. */
final class ScriptedSource implements WebhookSource {

    private static final CountDownLatch OPEN = new CountDownLatch(0);

    private final List<String> worked = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final AtomicInteger troubles = new AtomicInteger();
    private final AtomicInteger storageTroubles = new AtomicInteger();
    private volatile boolean mended;
    private volatile Set<String> gone = Set.of();

    @Override
    public String name() {
        return "test";
    }

    @Override
    public List<DeliveryPart> interpret(byte[] body) {
        return Arrays.stream(new String(body, UTF_8).split(","))
                .map(part -> part.split(" "))
                .map(part -> new DeliveryPart(
                        new TenantId(part[1]), "lane", delivery -> work(part[0], part[part.length - 1])))
                .toList();
    }

    private PartResult work(String result, String name) {
        if (troubles.get() > 0 && troubles.getAndDecrement() > 0) {
            throw new IllegalStateException("a trouble that passes");
        }
        if (storageTroubles.get() > 0 && storageTroubles.getAndDecrement() > 0) {
            throw new EventStoreException("no answer in time");
        }
        awaitTurn(result);
        worked.add(name);
        return switch (result) {
            case "used", "held" -> new PartResult.Used(false);
            case "ignored" -> new PartResult.Ignored("no use");
            default -> mended ? new PartResult.Used(false) : new PartResult.Failed("broken");
        };
    }

    @Override
    public boolean isTaken(byte[] body, TenantId tenant) {
        return mended || !new String(body, UTF_8).contains("failed");
    }

    @Override
    public byte[] withhold(byte[] body, UUID delivery, long arrival, TenantId tenant) {
        return Arrays.stream(new String(body, UTF_8).split(","))
                .filter(part -> !gone.contains(part.substring(part.lastIndexOf(' ') + 1)))
                .collect(Collectors.joining(","))
                .getBytes(UTF_8);
    }

    /** What has failed does so no more. */
    void mend() {
        mended = true;
    }

    /** Who is taken for erased. */
    void goes(String... names) {
        gone = Set.of(names);
    }

    private void awaitTurn(String result) {
        try {
            held.getOrDefault(result, OPEN).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Work of that result waits until the latch is open. */
    CountDownLatch hold(String result) {
        return held.computeIfAbsent(result, one -> new CountDownLatch(1));
    }

    /** So many times it throws; the answer says how many are left. */
    AtomicInteger trouble(int times) {
        troubles.set(times);
        return troubles;
    }

    /** As {@link #trouble}, where it is the store's. */
    AtomicInteger storageTrouble(int times) {
        storageTroubles.set(times);
        return storageTroubles;
    }

    List<String> worked() {
        return List.copyOf(worked);
    }
}
