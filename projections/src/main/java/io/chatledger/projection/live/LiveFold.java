package io.chatledger.projection.live;

import io.chatledger.kernel.message.EventRegistry;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.projection.Announcements;
import io.chatledger.projection.ErasedBefore;
import io.chatledger.projection.Fact;
import io.chatledger.projection.FailureCause;
import io.chatledger.projection.Lane;
import io.chatledger.projection.Projection;
import io.chatledger.projection.RowChange;
import io.chatledger.projection.TableFold;
import io.chatledger.projection.deadletter.CarefulFold;
import io.chatledger.projection.deadletter.Happening;
import io.chatledger.projection.deadletter.LetterBox;
import io.chatledger.projection.deadletter.ParkedMemory;
import io.chatledger.projection.deadletter.Parking;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jooq.DSLContext;

/**
 * Live execution of a lane of projections. Collects the events of a unit of work and carries them into the tables while the
 * unit prepares its commit: after its token is stored and before its transaction commits, so both happen or neither. An
 * event that fails parks its own row, in the same transaction, and the others go on.
 */
public final class LiveFold implements EventHandlerInvoker {

    private final Lane lane;
    private final EventRegistry names;
    private final List<TableFold<?, ?>> folds;
    private final Announcements announcements;
    private final LetterBox letters;
    private final OtherCopies copies;
    private final ErasedPersons erased;
    private final DSLContext dsl;
    private final ParkedMemory memory = new ParkedMemory();

    /**
     * To be run by the lane's processor, with exactly one segment.
     *
     * @param names of the events there are, for the letters of those that fail
     * @param dsl takes part in the transactions of the processor
     */
    public LiveFold(Lane lane, EventRegistry names, DSLContext dsl) {
        this.lane = lane;
        this.names = names;
        this.folds = lane.projections().stream()
                .<TableFold<?, ?>>map(projection -> fold(projection, dsl))
                .toList();
        this.announcements = new Announcements(dsl);
        this.letters = new LetterBox(dsl);
        this.copies = new OtherCopies(dsl);
        this.erased = new ErasedPersons(new ErasedBefore(lane.projections(), dsl));
        this.dsl = dsl;
    }

    /** Always, so that the token passes every event. */
    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        Batch batch = unit.getOrComputeResource("batch of " + lane.processor(), key -> {
            Batch started = new Batch();
            unit.onPrepareCommit(committing -> flush(started));
            unit.afterCommit(done -> memory.committed(started.last, started.quiet));
            unit.onRollback(undone -> memory.forget());
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
        List<Happening> events = batch.messages.stream().map(Happening::of).toList();
        Parking parking =
                new Parking(memory.isNothingParkedBefore(batch.first) ? Map.of() : letters.sizes(lane.processor()));
        List<String> announced = new ArrayList<>();
        if (!parking.isEmpty() || !applied(events, announced)) {
            announced.clear();
            announced.addAll(carefully(events, parking));
        }
        announced.addAll(forgotten(events));
        letters.add(lane.processor(), parking.letters(), names);
        batch.quiet = parking.isEmpty();
        announcements.announce(announced, lane.processor(), batch.last);
    }

    /** What an erased person said is taken out of every row, whichever event brought it there. */
    private List<String> forgotten(List<Happening> events) {
        if (!lane.isShared()) {
            return List.of(); // nothing of persons is in the others
        }
        List<StreamId> persons = erased.in(events);
        copies.forget(lane.projections(), persons);
        return folds.stream()
                .flatMap(fold -> Announcements.rows(fold.projection().table(), fold.forget(persons)).stream())
                .toList();
    }

    /** All at once, as nearly always; whether it worked. Nothing is left of it if not. */
    private boolean applied(List<Happening> events, List<String> announced) {
        if (events.stream().anyMatch(event -> event.failure() != null)) {
            return false;
        }
        List<Fact> facts =
                events.stream().map(Happening::fact).filter(Objects::nonNull).toList();
        if (facts.isEmpty()) {
            return true;
        }
        dsl.execute("savepoint batch");
        try {
            for (TableFold<?, ?> fold : folds) {
                announced.addAll(Announcements.rows(fold.projection().table(), fold.apply(facts)));
            }
            return true;
        } catch (RuntimeException | LinkageError failure) {
            if (FailureCause.isPassing(failure)) {
                throw failure;
            }
            dsl.execute("rollback to savepoint batch");
            return false;
        }
    }

    private List<String> carefully(List<Happening> events, Parking parking) {
        List<String> announced = new ArrayList<>();
        for (TableFold<?, ?> fold : folds) {
            List<RowChange> changes = new CarefulFold<>(fold, dsl, parking).apply(events);
            announced.addAll(Announcements.rows(fold.projection().table(), changes));
        }
        return announced;
    }

    private static TableFold<?, ?> fold(Projection<?, ?> projection, DSLContext dsl) {
        return new TableFold<>(projection, dsl);
    }

    private static final class Batch {
        private final List<EventMessage<?>> messages = new ArrayList<>();
        private long first = -1;
        private long last = -1;
        private boolean quiet;

        void add(EventMessage<?> message) {
            long position = Fact.positionOf(message);
            first = messages.isEmpty() ? position : first;
            last = position < 0 ? last : position;
            messages.add(message);
        }
    }
}
