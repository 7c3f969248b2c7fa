package io.chatledger.query.audit;

import io.chatledger.eventstore.chain.ChainCheck;
import io.chatledger.eventstore.chain.Checkpoint;
import io.chatledger.eventstore.chain.CheckpointKeys;
import io.chatledger.eventstore.chain.Verdict;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Recomputes a tenant's chain from its events as they are stored, and compares. */
@Component
public class HistoryVerification {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int AT_ONCE = 3;
    private static final int OF_ONE_TENANT = 1;

    private final ChainReads reads;
    private final Checkpoints checkpoints;
    private final CheckpointKeys keys;
    private final HeavyReads places;

    HistoryVerification(ChainReads reads, Checkpoints checkpoints, CheckpointKeys keys, InstantSource clock) {
        this.reads = reads;
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.places = new HeavyReads(clock, AT_ONCE, OF_ONE_TENANT);
    }

    /**
     * Covers at least what is stored when it is asked.
     *
     * @param kept a checkpoint from outside that must hold too; null for none
     * @throws DomainProblem {@code hash-chain-behind} if the notary does not get there in time
     */
    public Verification verify(TenantId tenant, @Nullable Checkpoint kept) {
        try (HeavyReads.Place place = places.enter(tenant)) {
            ChainState state = linked(tenant);
            Walk walk = new Walk(tenant, state, kept, place);
            Verdict verdict = walk.verdict();
            long events = verdict.valid()
                    ? verdict.events()
                    : Objects.requireNonNull(reads.number(
                            tenant,
                            "select count(*) from event where tenant_id = ? and position <= ?",
                            tenant.value(),
                            state.linked()));
            return Verification.of(verdict, events, state.linked());
        }
    }

    /** @throws DomainProblem {@code hash-chain-off} where the events are somewhere else */
    void requireChain() {
        reads.requireChain();
    }

    /** The state of a chain that covers what is stored now. */
    ChainState linked(TenantId tenant) {
        long wanted = reads.state(tenant).head();
        ChainState state = reads.awaitLinked(tenant, PATIENCE);
        if (state.linked() < wanted) {
            throw new DomainProblem(
                    DomainProblem.Kind.UNAVAILABLE,
                    "hash-chain-behind",
                    "The hash chain does not cover the newest events yet; try again.",
                    Map.of("coveredTo", state.linked(), "position", wanted, "retryAfterSeconds", 5));
        }
        return state;
    }

    /** One way through a history. */
    private final class Walk {

        private final TenantId tenant;
        private final ChainState state;
        private final @Nullable Checkpoint kept;
        private final HeavyReads.Place place;
        private final ChainCheck check;
        private final CheckpointSeries series;
        private boolean keptSeen;

        private Walk(TenantId tenant, ChainState state, @Nullable Checkpoint kept, HeavyReads.Place place) {
            this.tenant = tenant;
            this.state = state;
            this.kept = kept;
            this.place = place;
            this.check = new ChainCheck(tenant.value(), keys.published());
            this.series = new CheckpointSeries(checkpoints, tenant);
        }

        Verdict verdict() {
            Long gap = state.gap();
            walk(gap == null ? state.linked() : Math.min(state.linked(), gap - 1));
            if (gap != null) {
                check.refuse(gap, "position-without-event");
            }
            checkpointsBefore(state.linked() + 1);
            Checkpoint later = check.goesOn() ? series.nextBefore(Long.MAX_VALUE) : null;
            // One that was made meanwhile is about what was linked meanwhile.
            if (later != null && later.position() > reads.state(tenant).linked()) {
                check.refuse(later.position(), "event-removed");
            }
            if (kept != null && !keptSeen) {
                check.outside(kept);
                check.refuse(kept.position(), "checkpoint-removed");
            }
            end();
            return check.verdict();
        }

        private void walk(long upTo) {
            long position = Long.MIN_VALUE;
            for (List<LinkedEvent> portion = reads.after(tenant, position, upTo);
                    check.goesOn() && !portion.isEmpty();
                    portion = reads.after(tenant, position, upTo)) {
                place.goOn();
                for (LinkedEvent one : portion) {
                    checkpointsBefore(one.position());
                    if (one.event() == null) {
                        check.orphan(one.position());
                    } else {
                        check.event(one.event(), one.hash());
                    }
                }
                position = portion.getLast().position();
            }
        }

        private void checkpointsBefore(long end) {
            for (Checkpoint next = check.goesOn() ? series.nextBefore(end) : null;
                    next != null;
                    next = check.goesOn() ? series.nextBefore(end) : null) {
                if (kept != null && kept.position() == next.position()) {
                    keptSeen = true;
                    check.outside(kept);
                    if (!kept.hash().equals(next.hash())) {
                        check.refuse(next.position(), "checkpoint-replaced");
                    }
                }
                check.checkpoint(next);
            }
        }

        /** What was cut off behind the last checkpoint, or put in behind the last position. */
        private void end() {
            Verdict soFar = check.verdict();
            byte[] last = state.lastHash();
            boolean whole = soFar.events() == state.events()
                    && (last == null || soFar.headHash().equals(HexFormat.of().formatHex(last)));
            if (!whole) {
                check.refuse(state.lastPosition(), "end-of-chain");
            }
            Long behind = reads.number(
                    tenant,
                    "select min(position) from event where tenant_id = ?"
                            + " and position > (select position from event_head)",
                    tenant.value());
            if (behind != null) {
                check.refuse(behind, "event-inserted");
            }
        }
    }
}
