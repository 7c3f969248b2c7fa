package io.chatledger.projection.metric;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.kernel.metric.Metrics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What something is counted of, each with the definitions that do. */
final class CountedSubjects {

    private static final char AFTER_NAME = ':';

    private final Map<String, One> byName = new LinkedHashMap<>();
    private final Set<Class<? extends Event>> events;
    private final int definitions;

    /** A subject, and what is counted of it. */
    record One(MetricSubject subject, List<MetricDefinition> definitions) {}

    private CountedSubjects(List<MetricDefinition> definitions) {
        definitions.stream()
                .collect(Collectors.groupingBy(MetricDefinition::subject, LinkedHashMap::new, Collectors.toList()))
                .forEach(this::add);
        this.events = byName.values().stream()
                .flatMap(one -> one.subject().events().stream())
                .collect(Collectors.toUnmodifiableSet());
        this.definitions = definitions.size();
    }

    /** @throws IllegalStateException where not each declared version of a metric has one definition, and no other has */
    static CountedSubjects of(Metrics declared, List<MetricDefinitions> found) {
        List<MetricDefinition> definitions =
                found.stream().flatMap(one -> one.all().stream()).toList();
        Set<Metric> open = new HashSet<>(declared.all());
        for (MetricDefinition definition : definitions) {
            if (!open.remove(definition.metric())) {
                throw new IllegalStateException("defined twice, or declared by no feature: " + definition.metric());
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalStateException("declared by a feature, and defined by none: " + open);
        }
        return new CountedSubjects(definitions);
    }

    Set<Class<? extends Event>> events() {
        return events;
    }

    int definitions() {
        return definitions;
    }

    /** The ids of the rows of those that an event tells of. */
    List<String> rows(Event event) {
        List<String> rows = new ArrayList<>(1);
        for (One one : byName.values()) {
            String id = one.subject().id(event);
            if (id != null) {
                rows.add(one.subject().name() + AFTER_NAME + id);
            }
        }
        return rows;
    }

    One ofRow(String id) {
        return Objects.requireNonNull(byName.get(id.substring(0, id.indexOf(AFTER_NAME))));
    }

    private void add(MetricSubject subject, List<MetricDefinition> counting) {
        if (!subject.name().matches("[a-z]+") || byName.put(subject.name(), new One(subject, counting)) != null) {
            throw new IllegalStateException("not a name, or that of another subject: " + subject.name());
        }
    }
}
