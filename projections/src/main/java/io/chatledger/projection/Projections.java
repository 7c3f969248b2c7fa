package io.chatledger.projection;

import io.chatledger.kernel.problem.DomainProblem;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every projection there is. */
public final class Projections {

    private final List<Projection<?, ?>> all;
    private final List<Lane> lanes;

    /**
     * @param found in whatever order
     * @throws IllegalArgumentException if two have one name, or one that holds persons' data has a lane of its own
     */
    public Projections(Collection<? extends Projection<?, ?>> found) {
        this.all = found.stream()
                .<Projection<?, ?>>map(one -> one)
                .sorted(Comparator.comparing(Projection::name))
                .toList();
        if (all.stream().map(Projection::name).distinct().count() < all.size()) {
            throw new IllegalArgumentException("two projections of one name");
        }
        this.lanes = all.stream()
                .collect(Collectors.groupingBy(Projection::lane, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(lane -> new Lane(lane.getKey(), List.copyOf(lane.getValue())))
                .toList();
        lanes.stream().filter(lane -> !lane.isShared()).forEach(Projections::verify);
    }

    /** By name. */
    public List<Projection<?, ?>> all() {
        return all;
    }

    /** Each projection is in one of them. */
    public List<Lane> lanes() {
        return lanes;
    }

    /** @throws DomainProblem {@code not-found} */
    public Projection<?, ?> named(String name) {
        return all.stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst()
                .orElseThrow(() -> DomainProblem.notFound("projection"));
    }

    /** Who is erased is known from the shared lane's rows, which another lane may be ahead of. */
    private static void verify(Lane lane) {
        lane.projections().stream().filter(one -> one.person() != null).forEach(one -> {
            throw new IllegalArgumentException(one.name() + " holds persons' data and has a lane of its own");
        });
    }
}
