package io.chatledger.projection;

import io.chatledger.kernel.problem.DomainProblem;
import java.util.List;
import org.jooq.DSLContext;

/** Every projection there is. */
public final class Projections {

    private final List<Projection<?, ?>> all;
    private final List<FoldingInvoker> invokers;

    Projections(List<Projection<?, ?>> all, DSLContext dsl) {
        this.all = List.copyOf(all);
        Announcements announcements = new Announcements(dsl);
        this.invokers = all.stream()
                .map(projection -> new FoldingInvoker(folding(projection, dsl), announcements))
                .toList();
    }

    public List<Projection<?, ?>> all() {
        return all;
    }

    /** One for each projection; its processor is {@link Projection#processor()}, with exactly one segment. */
    public List<FoldingInvoker> invokers() {
        return invokers;
    }

    /** @throws DomainProblem {@code not-found} */
    public Projection<?, ?> named(String name) {
        return all.stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst()
                .orElseThrow(() -> DomainProblem.notFound("projection"));
    }

    private static Folding<?, ?> folding(Projection<?, ?> projection, DSLContext dsl) {
        return new Folding<>(projection, dsl);
    }
}
