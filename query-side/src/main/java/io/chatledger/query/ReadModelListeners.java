package io.chatledger.query;

import io.chatledger.kernel.tenant.TenantId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to know of changes, by tenant. */
final class ReadModelListeners {

    private static final Logger LOG = LoggerFactory.getLogger(ReadModelListeners.class);

    /** Its identity is the subscription: one listener may subscribe twice. */
    private static final class Subscription implements AutoCloseable {
        private final Consumer<ReadModelChange> listener;
        private final Consumer<Subscription> end;

        Subscription(Consumer<ReadModelChange> listener, Consumer<Subscription> end) {
            this.listener = listener;
            this.end = end;
        }

        @Override
        public void close() {
            end.accept(this);
        }
    }

    private final Map<String, Set<Subscription>> byTenant = new ConcurrentHashMap<>();

    AutoCloseable add(TenantId tenant, Consumer<ReadModelChange> listener) {
        Subscription subscription = new Subscription(listener, ended -> remove(tenant, ended));
        byTenant.compute(tenant.value(), (key, present) -> {
            Set<Subscription> all = present == null ? ConcurrentHashMap.newKeySet() : present;
            all.add(subscription);
            return all;
        });
        return subscription;
    }

    void tell(String tenant, ReadModelChange change) {
        byTenant.getOrDefault(tenant, Set.of()).forEach(subscription -> tell(subscription, change));
    }

    void tellAll(ReadModelChange change) {
        byTenant.keySet().forEach(tenant -> tell(tenant, change));
    }

    private void remove(TenantId tenant, Subscription subscription) {
        byTenant.computeIfPresent(tenant.value(), (key, present) -> {
            present.remove(subscription);
            return present.isEmpty() ? null : present;
        });
    }

    /** One listener's trouble is not the others'. */
    private static void tell(Subscription subscription, ReadModelChange change) {
        try {
            subscription.listener.accept(change);
        } catch (RuntimeException e) {
            LOG.warn("a listener failed on a change of {}", change.view(), e);
        }
    }
}
