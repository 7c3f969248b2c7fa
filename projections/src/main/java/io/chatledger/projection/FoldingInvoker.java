package io.chatledger.projection;

import io.chatledger.kernel.message.Event;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Live execution of the projections. Collects the events of a unit of work and carries them into the tables while the
 * unit prepares its commit: after its token is stored and before its transaction commits, so both happen or neither.
 */
public final class FoldingInvoker implements EventHandlerInvoker {

    private static final String BATCH = "batch of " + Projections.PROCESSOR;

    private final List<Folding<?, ?>> foldings;
    private final Announcements announcements;

    FoldingInvoker(List<Folding<?, ?>> foldings, Announcements announcements) {
        this.foldings = List.copyOf(foldings);
        this.announcements = announcements;
    }

    /** Always, so that the token passes every event. */
    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        Batch batch = unit.getOrComputeResource(BATCH, key -> {
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
        List<String> announced = new ArrayList<>();
        for (Folding<?, ?> folding : foldings) {
            announced.addAll(Announcements.rows(folding.projection().table(), folding.apply(batch.facts)));
        }
        announcements.announce(announced, batch.position);
    }

    private static final class Batch {
        private final List<Fact> facts = new ArrayList<>();
        private long position = -1;

        void add(EventMessage<?> message) {
            Fact.of(message, Event.class).ifPresent(facts::add);
            if (message instanceof TrackedEventMessage<?> tracked) {
                position = tracked.trackingToken().position().orElse(position);
            }
        }
    }
}
