package io.chatledger.projection.deadletter;

import io.chatledger.kernel.message.EventRegistry;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.projection.Announcements;
import io.chatledger.projection.Builds;
import io.chatledger.projection.ErasedBefore;
import io.chatledger.projection.FailureCause;
import io.chatledger.projection.Projection;
import io.chatledger.projection.Projections;
import io.chatledger.projection.RowChange;
import io.chatledger.projection.TableFold;
import io.chatledger.readmodel.generated.tables.records.DeadLetterRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** What can be done about events that a projection could not handle: tried again, passed over, or made void. */
public final class DeadLetters {

    private static final int PORTION = 100;

    private final Projections projections;
    private final StoredEvents events;
    private final EventRegistry names;
    private final LetterBox letters;
    private final Builds builds;
    private final DSLContext dsl;
    private final TransactionTemplate transactions;

    /**
     * What became of another attempt.
     *
     * @param done letters that are in the rows now
     * @param cause of the first letter that still fails; null where none does
     */
    public record Retried(int done, @Nullable FailureCause cause) {}

    DeadLetters(
            Projections projections,
            StoredEvents events,
            EventRegistry names,
            DSLContext dsl,
            TransactionTemplate transactions) {
        this.projections = projections;
        this.events = events;
        this.names = names;
        this.letters = new LetterBox(dsl);
        this.builds = new Builds(dsl);
        this.dsl = dsl;
        this.transactions = transactions;
    }

    /**
     * Folds the sequence that the letter is of, in order, as far as it goes. Portions are short, so that the processor
     * hardly waits.
     *
     * @throws DomainProblem {@code not-here} where newer code than this has made the rows
     */
    public Retried retry(String id) {
        DeadLetterRecord letter = letters.find(id);
        if (letter == null) {
            return new Retried(0, null);
        }
        String processor = letter.getProcessorName();
        String sequence = letter.getSequenceId();
        int done = 0;
        while (true) {
            List<DeadLetterRecord> portion = letters.first(processor, sequence, PORTION);
            if (portion.isEmpty()) {
                return new Retried(done, null);
            }
            List<Happening> read = events.at(
                    portion.stream().map(DeadLetterRecord::getSequenceIndex).toList());
            Attempt attempt = Objects.requireNonNull(
                    transactions.execute(status -> attempt(processor, portion, read, sequence)), "attempt");
            done += attempt.done();
            if (attempt.cause() != null) {
                return new Retried(done, attempt.cause());
            }
        }
    }

    /** Takes one letter out. The projection passes over its event for ever, in rebuilds too. */
    public void discard(String id) {
        transactions.executeWithoutResult(status -> {
            DeadLetterRecord letter = held(id);
            if (letter != null) {
                letters.remove(List.of(id));
                letters.passOver(letter);
            }
        });
    }

    /**
     * For a rebuild that has folded the whole history without a failure; to be called in the transaction in which its
     * rows take their place, with the processor held.
     *
     * @param dsl takes part in that transaction
     */
    public static void clear(DSLContext dsl, String projection) {
        new LetterBox(dsl).clear(projection);
    }

    /** With its processor, which has not taken it from there meanwhile. */
    private @Nullable DeadLetterRecord held(String id) {
        DeadLetterRecord letter = letters.find(id);
        if (letter == null) {
            return null;
        }
        letters.hold(letter.getProcessorName());
        return letters.find(id);
    }

    private Attempt attempt(String processor, List<DeadLetterRecord> portion, List<Happening> read, String sequence) {
        letters.hold(processor);
        if (!builds.newer(projections.all()).isEmpty()) {
            throw DomainProblem.conflict("not-here", "A process with newer code does this work: ask there.");
        }
        if (!ids(letters.first(processor, sequence, PORTION)).equals(ids(portion))) {
            return new Attempt(0, null); // somebody else was faster: look again
        }
        Map<String, Integer> others = letters.sizes(processor);
        others.remove(sequence);
        if (Sequences.isRow(sequence)) {
            // A row's letters stand before those of its stream or tenant: whatever came later went there.
            others.keySet().removeIf(other -> !Sequences.isRow(other));
        }
        Parking parking = new Parking(others);
        TableFold<?, ?> fold = fold(projections.named(portion.getFirst().getProjection()));
        List<RowChange> changes = new CarefulFold<>(fold, dsl, parking).apply(read, sequence);
        new Announcements(dsl).announce(Announcements.rows(fold.projection().table(), changes));
        // Whoever was erased while their events waited must not come back with them.
        fold.forget(
                new ErasedBefore(projections.all(), dsl).of(portion.getFirst().getTenantId()));
        Map<Long, List<Parking.Letter>> kept = parking.letters().stream()
                .collect(Collectors.groupingBy(one -> one.event().position()));
        settle(processor, portion, kept);
        return new Attempt(portion.size() - kept.size(), cause(parking.letters()));
    }

    private TableFold<?, ?> fold(Projection<?, ?> projection) {
        return new TableFold<>(projection, dsl);
    }

    /** An event of a stream or tenant may go on to wait for several rows. */
    private void settle(String processor, List<DeadLetterRecord> portion, Map<Long, List<Parking.Letter>> kept) {
        List<String> done = new ArrayList<>();
        List<Parking.Letter> more = new ArrayList<>();
        for (DeadLetterRecord letter : portion) {
            List<Parking.Letter> still = kept.getOrDefault(letter.getSequenceIndex(), List.of());
            if (still.isEmpty()) {
                done.add(letter.getLetterId());
                continue;
            }
            Parking.Letter first = still.getFirst();
            if (first.cause() != null || !first.sequence().equals(letter.getSequenceId())) {
                letters.update(letter.getLetterId(), first);
            }
            more.addAll(still.subList(1, still.size()));
        }
        letters.remove(done);
        letters.add(processor, more, names);
    }

    private static @Nullable FailureCause cause(List<Parking.Letter> letters) {
        return letters.stream()
                .map(Parking.Letter::cause)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<String> ids(List<DeadLetterRecord> letters) {
        return letters.stream().map(DeadLetterRecord::getLetterId).toList();
    }

    private record Attempt(int done, @Nullable FailureCause cause) {}
}
