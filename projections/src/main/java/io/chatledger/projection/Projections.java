package io.chatledger.projection;

import io.chatledger.kernel.problem.DomainProblem;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Every projection there is. */
public final class Projections {

    /**
     * The one event processor of all projections: a batch of events is one transaction, whatever number of tables it
     * touches.
     */
    public static final String PROCESSOR = "projection.live";

    private final List<Projection<?, ?>> all;

    /** @param found in whatever order */
    public Projections(Collection<? extends Projection<?, ?>> found) {
        this.all = found.stream()
                .<Projection<?, ?>>map(one -> one)
                .sorted(Comparator.comparing(Projection::name))
                .toList();
        if (all.stream().map(Projection::name).distinct().count() < all.size()) {
            throw new IllegalArgumentException("two projections of one name");
        }
    }

    /** By name. */
    public List<Projection<?, ?>> all() {
        return all;
    }

    /** @throws DomainProblem {@code not-found} */
    public Projection<?, ?> named(String name) {
        return all.stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst()
                .orElseThrow(() -> DomainProblem.notFound("projection"));
    }
}
