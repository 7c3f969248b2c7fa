package io.chatledger.command.webhook;

import io.chatledger.command.StorageFailure;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One delivery being worked through: {@link #begin} puts its parts into their lanes, {@link #complete} sees to the end. */
class DeliveryRun {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRun.class);
    private static final int TRIES = 4;

    /** The parts of one tenant. */
    private record Share(CompletableFuture<Boolean> wanted, List<CompletableFuture<PartResult>> results) {
        boolean moved() {
            return results.stream().anyMatch(result -> result.join() instanceof PartResult.Moved);
        }
    }

    private final JournalledDelivery delivery;
    private final Deliveries deliveries;
    private final WorkPace pace;
    private final Map<TenantId, Share> shares = new LinkedHashMap<>();

    DeliveryRun(JournalledDelivery delivery, Deliveries deliveries, WorkPace pace) {
        this.delivery = delivery;
        this.deliveries = deliveries;
        this.pace = pace;
    }

    /** In order of arrival, by one thread: the lanes keep the order. */
    void begin(List<DeliveryPart> parts, Lanes lanes) {
        for (DeliveryPart part : parts) {
            Share share = shares.computeIfAbsent(part.tenant(), tenant -> share());
            share.results()
                    .add(
                            part.lane() == null
                                    ? CompletableFuture.completedFuture(
                                            part.work().run(delivery))
                                    : lanes.submit(part.tenant(), part.lane(), () -> work(part, share.wanted())));
        }
    }

    /** Whom it concerns; the platform where it is nobody's. */
    Collection<TenantId> tenants() {
        return shares.isEmpty() ? List.of(TenantId.PLATFORM) : shares.keySet();
    }

    /** @throws RuntimeException if something was out of order, so that another attempt is due */
    void complete() {
        try {
            shares.forEach((tenant, share) ->
                    share.wanted().complete(pace.oneOfFew(() -> deliveries.receive(delivery, tenant))));
        } catch (RuntimeException failure) {
            // The lanes wait for the receipts; they must hear of the failure too.
            shares.values().forEach(share -> share.wanted().completeExceptionally(failure));
            throw failure;
        }
        shares.forEach(this::conclude);
        if (shares.values().stream().anyMatch(Share::moved)) {
            throw new IllegalStateException("A number has changed hands meanwhile");
        }
        if (!shares.containsKey(TenantId.PLATFORM)) {
            pace.oneOfFew(() -> {
                deliveries.settlePlatform(delivery);
                return true;
            });
        }
    }

    /** What is certainly new need not wait until its receipt is recorded. */
    private Share share() {
        CompletableFuture<Boolean> wanted =
                delivery.again() ? new CompletableFuture<>() : CompletableFuture.completedFuture(true);
        return new Share(wanted, new ArrayList<>());
    }

    private void conclude(TenantId tenant, Share share) {
        List<PartResult> results =
                share.results().stream().map(CompletableFuture::join).toList();
        boolean wanted = share.wanted().join();
        pace.oneOfFew(new Conclusion(tenant, wanted, new Tally(results)));
    }

    /** Recorded once, also where it is tried again because nobody knows whether it was stored. */
    private final class Conclusion implements Supplier<Boolean> {

        private final TenantId tenant;
        private final boolean wanted;
        private final Tally tally;
        private boolean tried;

        private Conclusion(TenantId tenant, boolean wanted, Tally tally) {
            this.tenant = tenant;
            this.wanted = wanted;
            this.tally = tally;
        }

        @Override
        public Boolean get() {
            boolean stored = tried && delivery.askedBy().isPlatform() && !deliveries.receive(delivery, tenant);
            tried = true;
            if (wanted && !stored) {
                deliveries.conclude(delivery, tenant, tally);
            }
            deliveries.countRepeats(delivery, tenant);
            return true;
        }
    }

    private PartResult work(DeliveryPart part, CompletableFuture<Boolean> wanted) {
        if (!wanted.join()) {
            return new PartResult.Ignored("done before");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return pace.inItsPlace(() -> part.work().run(delivery));
            } catch (RuntimeException failure) {
                if (isFinal(failure)) {
                    return failed(failure);
                }
                if (attempt == TRIES || StorageFailure.isOne(failure)) {
                    throw new CompletionException(failure);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100L << (2 * attempt - 2)));
            }
        }
    }

    private PartResult failed(RuntimeException failure) {
        if (failure instanceof DomainProblem refused) {
            return new PartResult.Failed(refused.code());
        }
        LOG.error("Part of delivery {} cannot be processed", delivery.id(), failure);
        return new PartResult.Failed("processing-error: " + failure.getClass().getSimpleName());
    }

    /** Nobody above can know better: what fails by its content must not block the lane for ever. */
    private boolean isFinal(RuntimeException failure) {
        return !StorageFailure.isOne(failure)
                && (delivery.lastAttempt()
                        || failure instanceof DomainProblem
                        || failure instanceof NullPointerException
                        || failure instanceof IllegalArgumentException
                        || failure instanceof ClassCastException);
    }
}
