package io.chatledger.command.webhook;

import io.chatledger.kernel.tenant.TenantId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much of what a node works on is one tenant's: what it likes while half of the room is free, its share beyond that.
 * What does not fit waits without its body, in order, as does whatever comes after it for the same tenant; others go
 * past it.
 */
class TenantRoom {

    private static final int SHARE_KIB = Backlog.BUDGET_KIB / 4;
    private static final int LEFT_FREE_KIB = Backlog.BUDGET_KIB / 2;

    private record Entry(JournalledDelivery delivery, Set<TenantId> tenants) {}

    private final Backlog backlog;
    private final Map<TenantId, Integer> taken = new HashMap<>();
    private final Map<TenantId, Integer> waits = new HashMap<>();
    private final Map<UUID, Entry> inside = new HashMap<>();
    private final List<Entry> waiting = new LinkedList<>();
    private boolean changed;

    TenantRoom(Backlog backlog) {
        this.backlog = backlog;
    }

    /** @return whether it may begin; else it waits until {@link #next} gives it back, and its body is let go */
    synchronized boolean admit(JournalledDelivery delivery, Set<TenantId> tenants) {
        Entry entry = new Entry(delivery, tenants);
        if (tenants.stream().noneMatch(waits::containsKey) && hasRoom(entry, 0)) {
            enter(entry);
            return true;
        }
        backlog.shrink(delivery);
        waiting.add(entry);
        count(waits, entry, 1);
        return false;
    }

    /** The first that may begin now; null if none may. To be called by one thread. */
    synchronized @Nullable JournalledDelivery next() {
        if (!changed) {
            return null;
        }
        Set<TenantId> before = new HashSet<>();
        for (Iterator<Entry> entries = waiting.iterator(); entries.hasNext(); ) {
            Entry entry = entries.next();
            if (entry.tenants().stream().noneMatch(before::contains) && hasRoom(entry, cost(entry))) {
                if (!backlog.grow(entry.delivery())) {
                    return null;
                }
                entries.remove();
                count(waits, entry, -1);
                enter(entry);
                return entry.delivery();
            }
            before.addAll(entry.tenants());
        }
        changed = false;
        return null;
    }

    /** Whether none waits. */
    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    synchronized void leave(JournalledDelivery delivery) {
        Entry entry = inside.remove(delivery.id());
        if (entry != null) {
            count(taken, entry, -cost(entry));
            changed = changed || entry.tenants().stream().anyMatch(waits::containsKey);
        }
    }

    /** Answers what still waits, and lets go of it. */
    synchronized List<JournalledDelivery> clear() {
        List<JournalledDelivery> left = waiting.stream().map(Entry::delivery).toList();
        waiting.clear();
        waits.clear();
        changed = false;
        backlog.stopGrowing();
        left.forEach(backlog::letGoShrunk);
        return left;
    }

    private void enter(Entry entry) {
        inside.put(entry.delivery().id(), entry);
        count(taken, entry, cost(entry));
    }

    /** One that is larger than the share goes alone. */
    private boolean hasRoom(Entry entry, int more) {
        int cost = cost(entry);
        return backlog.free() - more >= LEFT_FREE_KIB
                || entry.tenants().stream()
                        .map(tenant -> taken.getOrDefault(tenant, 0))
                        .allMatch(others -> others == 0 || others + cost <= SHARE_KIB);
    }

    private static int cost(Entry entry) {
        return Backlog.cost(entry.delivery().size());
    }

    private static void count(Map<TenantId, Integer> counts, Entry entry, int more) {
        for (TenantId tenant : entry.tenants()) {
            counts.merge(tenant, more, (before, added) -> before + added == 0 ? null : before + added);
        }
    }
}
