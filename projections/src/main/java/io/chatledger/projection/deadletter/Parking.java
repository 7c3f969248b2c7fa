package io.chatledger.projection.deadletter;

import io.chatledger.projection.FailureCause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parked sequences as one transaction sees them, and the letters that it adds. */
public final class Parking {

    private static final int IN_A_SEQUENCE = 10_000;
    private static final int IN_ALL = 100_000;

    private final Map<String, Integer> sizes;
    private final List<Letter> letters = new ArrayList<>();
    private int total;

    /** @param sizes how many letters there are, by sequence */
    public Parking(Map<String, Integer> sizes) {
        this.sizes = new HashMap<>(sizes);
        this.total = sizes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether nothing is parked. */
    public boolean isEmpty() {
        return sizes.isEmpty();
    }

    boolean holds(String sequence) {
        return sizes.containsKey(sequence);
    }

    /**
     * @param cause null where the event only stands behind one that failed
     * @throws DeadLettersFull rather than lose it, or fill the disk
     */
    void park(Happening event, String projection, String sequence, @Nullable FailureCause cause) {
        if (sizes.merge(sequence, 1, Integer::sum) > IN_A_SEQUENCE || ++total > IN_ALL) {
            throw new DeadLettersFull(sequence);
        }
        letters.add(new Letter(event, projection, sequence, cause));
    }

    /** Those that were added. */
    public List<Letter> letters() {
        return letters;
    }

    /** An event put aside. */
    public record Letter(
            Happening event,
            String projection,
            String sequence,
            @Nullable FailureCause cause) {}
}
