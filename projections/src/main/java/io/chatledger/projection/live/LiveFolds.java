package io.chatledger.projection.live;

import io.chatledger.projection.Lane;
import io.chatledger.projection.Projections;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * The live executions of all lanes.
 *
 * @param byProcessor by the name of the processor that has to run each
 */
public record LiveFolds(Map<String, LiveFold> byProcessor) {

    /** @param dsl takes part in the transactions of the processors */
    public static LiveFolds of(Projections projections, DSLContext dsl) {
        Function<Lane, LiveFold> fold = lane -> new LiveFold(lane, dsl);
        return new LiveFolds(projections.lanes().stream().collect(Collectors.toUnmodifiableMap(Lane::processor, fold)));
    }
}
