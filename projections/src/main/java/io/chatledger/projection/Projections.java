package io.chatledger.projection;

import io.chatledger.kernel.problem.DomainProblem;
import java.util.List;
import org.jooq.DSLContext;

/** Every projection there is. */
public final class Projections {

    /**
     * The one event processor of all projections: a batch of events is one transaction, whatever number of tables it
     * touches.
     */
    public static final String PROCESSOR = "projection.live";

    private final List<Projection<?, ?>> all;
    private final List<Folding<?, ?>> foldings;
    private final FoldingInvoker invoker;

    Projections(List<Projection<?, ?>> all, DSLContext dsl) {
        this.all = List.copyOf(all);
        this.foldings = all.stream()
                .<Folding<?, ?>>map(projection -> folding(projection, dsl))
                .toList();
        this.invoker = new FoldingInvoker(foldings, dsl);
    }

    public List<Projection<?, ?>> all() {
        return all;
    }

    /** Keeps all of them up to date; to be run by the processor {@link #PROCESSOR}, with exactly one segment. */
    public FoldingInvoker invoker() {
        return invoker;
    }

    /** @throws DomainProblem {@code not-found} */
    public Projection<?, ?> named(String name) {
        return all.stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst()
                .orElseThrow(() -> DomainProblem.notFound("projection"));
    }

    /** @throws DomainProblem {@code not-found} */
    Folding<?, ?> folding(String name) {
        return foldings.get(all.indexOf(named(name)));
    }

    private static Folding<?, ?> folding(Projection<?, ?> projection, DSLContext dsl) {
        return new Folding<>(projection, dsl);
    }
}
