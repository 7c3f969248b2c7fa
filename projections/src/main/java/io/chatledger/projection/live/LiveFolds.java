package io.chatledger.projection.live;

import io.chatledger.kernel.message.EventRegistry;
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

    /**
     * @param names of the events there are
     * @param dsl takes part in the transactions of the processors
     */
    public static LiveFolds of(Projections projections, EventRegistry names, DSLContext dsl) {
        Function<Lane, LiveFold> fold = lane -> new LiveFold(lane, names, dsl);
        return new LiveFolds(projections.lanes().stream().collect(Collectors.toUnmodifiableMap(Lane::processor, fold)));
    }
}
