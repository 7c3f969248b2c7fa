package io.chatledger.command.webhook;

import io.chatledger.kernel.tenant.TenantId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Work in order within a tenant's key and in parallel otherwise. Tenants take turns, and one alone never has all places,
 * so that nobody waits for the ten thousand things that another one is told at once. The queues have no bound of their
 * own: what may wait is bounded by the {@link Backlog}.
 */
class Lanes {

    static final int PLACES = 32;
    static final int PLACES_OF_ONE = 24;

    private final Map<TenantId, Street> streets = new HashMap<>();
    private final Queue<Street> turns = new ArrayDeque<>();
    private int running;

    /** What is to be done for one key; one thing at a time. */
    private record Lane(String key, Queue<Runnable> work) {

        static Lane of(String key) {
            return new Lane(key, new ArrayDeque<>());
        }
    }

    /** What one tenant has to do. */
    private static final class Street {

        private final TenantId tenant;
        private final Map<String, Lane> lanes = new HashMap<>();
        private final Queue<Lane> ready = new ArrayDeque<>();
        private int running;
        private boolean waits;

        Street(TenantId tenant) {
            this.tenant = tenant;
        }
    }

    <T> CompletableFuture<T> submit(TenantId tenant, String key, Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        add(tenant, key, () -> {
            try {
                result.complete(work.get());
            } catch (Throwable failure) { // whoever waits for it must hear of it, whatever it is
                result.completeExceptionally(failure);
            }
        });
        return result;
    }

    private synchronized void add(TenantId tenant, String key, Runnable work) {
        Street street = streets.computeIfAbsent(tenant, Street::new);
        Lane lane = street.lanes.get(key);
        if (lane == null) {
            lane = Lane.of(key);
            street.lanes.put(key, lane);
            street.ready.add(lane);
        }
        lane.work().add(work);
        queue(street);
        start();
    }

    private void start() {
        while (running < PLACES) {
            Street street = turns.poll();
            if (street == null) {
                return;
            }
            street.waits = false;
            start(street, street.ready.remove());
            queue(street);
        }
    }

    private void start(Street street, Lane lane) {
        Runnable work = lane.work().remove();
        running++;
        street.running++;
        Thread.ofVirtual().name("webhook-lane").start(() -> {
            try {
                work.run();
            } finally {
                end(street, lane);
            }
        });
    }

    private synchronized void end(Street street, Lane lane) {
        running--;
        street.running--;
        if (lane.work().isEmpty()) {
            street.lanes.remove(lane.key());
        } else {
            street.ready.add(lane);
        }
        if (street.lanes.isEmpty()) {
            streets.remove(street.tenant);
        }
        queue(street);
        start();
    }

    /** At the end of those that wait for a turn, where it has something to do that may begin. */
    private void queue(Street street) {
        if (!street.waits && street.running < PLACES_OF_ONE && !street.ready.isEmpty()) {
            street.waits = true;
            turns.add(street);
        }
    }
}
