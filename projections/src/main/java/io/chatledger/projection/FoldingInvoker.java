package io.chatledger.projection;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Live execution of one projection. Collects the events of a unit of work and carries them into the table while the
 * unit prepares its commit: after its token is stored and before its transaction commits, so both happen or neither.
 */
public final class FoldingInvoker implements EventHandlerInvoker {

    private final Folding<?, ?> folding;
    private final Announcements announcements;
    private final String batchKey;

    FoldingInvoker(Folding<?, ?> folding, Announcements announcements) {
        this.folding = folding;
        this.announcements = announcements;
        this.batchKey = "batch of " + folding.projection().processor();
    }

    public Projection<?, ?> projection() {
        return folding.projection();
    }

    /** Always, so that the token passes every event. */
    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        Batch batch = unit.getOrComputeResource(batchKey, key -> {
            Batch started = new Batch();
            unit.onPrepareCommit(committing -> flush(started));
            return started;
        });
        batch.add(message);
    }

    /** A token set back would fold the same events into the same rows again: rebuild instead. */
    @Override
    public boolean supportsReset() {
        return false;
    }

    private void flush(Batch batch) {
        List<RowChange> changes = folding.apply(batch.facts);
        announcements.changes(folding.projection(), changes, batch.position);
    }

    private final class Batch {
        private final List<Fact> facts = new ArrayList<>();
        private long position = -1;

        void add(EventMessage<?> message) {
            Fact.of(message, projection().events()).ifPresent(facts::add);
            if (message instanceof TrackedEventMessage<?> tracked) {
                position = tracked.trackingToken().position().orElse(position);
            }
        }
    }
}
