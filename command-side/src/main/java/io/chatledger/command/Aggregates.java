package io.chatledger.command;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.config.AggregateConfigurer;
import org.springframework.stereotype.Component;

/** How aggregates are kept: recently used ones stay in memory, so a command seldom has to read. */
@Component
public class Aggregates {

    private static final int KEPT_OF_A_KIND = 20_000;

    /** A configurer for an aggregate whose newest instances are kept in memory. */
    public <A> AggregateConfigurer<A> cached(Class<A> type) {
        AggregateCache cache = new AggregateCache(
                Caffeine.newBuilder().maximumSize(KEPT_OF_A_KIND).build());
        return AggregateConfigurer.defaultConfiguration(type).configureCache(axon -> cache);
    }
}
