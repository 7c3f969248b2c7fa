package io.chatledger.projection.live;

import io.chatledger.projection.Builds;
import io.chatledger.projection.Builds.Made;
import io.chatledger.projection.Lane;
import io.chatledger.projection.Projection;
import io.chatledger.projection.Projections;
import io.chatledger.projection.deadletter.LetterBox;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes projections from the lane in which they were kept up to date to the one that they name today. A new lane begins
 * where the old one stands, so nothing is folded twice or left out. Where the lane has come to another place already,
 * the projection counts as outdated, and is made again.
 */
public final class LaneMoves {

    private static final Logger LOG = LoggerFactory.getLogger(LaneMoves.class);

    private final Projections projections;
    private final Builds builds;
    private final StoredPositions positions;
    private final LetterBox letters;
    private final DSLContext dsl;
    private final TransactionTemplate transactions;

    /** @param dsl takes part in the transactions */
    public LaneMoves(Projections projections, DSLContext dsl, TransactionTemplate transactions) {
        this.projections = projections;
        this.builds = new Builds(dsl);
        this.positions = new StoredPositions(dsl);
        this.letters = new LetterBox(dsl);
        this.dsl = dsl;
        this.transactions = transactions;
    }

    /**
     * Call before the live processors start here. Those of other processes that know other lanes stand still then.
     *
     * @return those that stay where they are as somebody rebuilds them, whose rows are to take their place in the lane of
     *     before; the processors here stand still until they are moved, too
     */
    public List<Projection<?, ?>> carryOut() {
        return Objects.requireNonNull(transactions.execute(status -> {
            dsl.fetch("select pg_advisory_xact_lock(hashtext('projection lanes'))");
            Map<String, Made> made = builds.made();
            Map<Boolean, List<Projection<?, ?>>> moving = projections.all().stream()
                    .filter(projection -> isElsewhere(projection, made.get(projection.name())))
                    .collect(Collectors.partitioningBy(
                            projection -> RebuildKey.of(projection).tryUntilEnd(dsl)));
            List<Projection<?, ?>> free = Objects.requireNonNull(moving.get(true));
            if (!free.isEmpty()) {
                positions.holdAll(Lane.PROCESSOR);
                free.forEach(projection -> move(projection, made));
            }
            return Objects.requireNonNull(moving.get(false));
        }));
    }

    /** What newer code has made is left to it. */
    private static boolean isElsewhere(Projection<?, ?> projection, @Nullable Made made) {
        return made != null
                && made.version() <= projection.version()
                && !made.lane().equals(projection.lane());
    }

    private void move(Projection<?, ?> projection, Map<String, Made> made) {
        String from = Lane.processor(
                Objects.requireNonNull(made.get(projection.name())).lane());
        String to = Lane.processor(projection.lane());
        if (made.values().stream().noneMatch(one -> one.lane().equals(projection.lane()))) {
            positions.begin(to, from);
        }
        boolean asFar = positions.of(to) == positions.of(from);
        builds.move(projection, asFar);
        letters.move(projection.name(), to);
        made.put(projection.name(), new Made(projection.version(), projection.lane()));
        LOG.info("{} goes from {} to {}{}", projection.name(), from, to, asFar ? "" : ", and is made again");
    }
}
