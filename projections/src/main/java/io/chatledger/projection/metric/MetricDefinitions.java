package io.chatledger.projection.metric;

import java.util.List;

/** What a feature counts; found by its type. */
public interface MetricDefinitions {

    /** One for each version of each metric that the feature declares. */
    List<MetricDefinition> all();
}
