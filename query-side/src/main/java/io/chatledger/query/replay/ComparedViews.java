package io.chatledger.query.replay;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.query.RowComparison;
import io.chatledger.query.ViewTopic;
import io.chatledger.query.ViewTopics;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What differences can be asked about, named as callers see it. */
@Component
public class ComparedViews {

    private final SortedMap<String, ComparedView> byWord = new TreeMap<>();

    ComparedViews(ViewTopics topics) {
        for (ViewTopic topic : topics.all()) {
            RowComparison comparison = topic.comparison();
            if (comparison != null) {
                byWord.put(comparison.word(), new ComparedView(topic, comparison));
            }
        }
    }

    /** In their order. */
    public List<String> words() {
        return List.copyOf(byWord.keySet());
    }

    /** What is shown where nobody has said which. */
    public String usual() {
        return byWord.entrySet().stream()
                .filter(one -> one.getValue().comparison().usual())
                .findFirst()
                .map(Map.Entry::getKey)
                .orElseGet(byWord::firstKey);
    }

    /** @throws DomainProblem {@code invalid-request} */
    public ComparedView of(@Nullable String word) {
        ComparedView found = word == null ? null : byWord.get(word);
        if (found == null) {
            throw DomainProblem.invalid(
                    "feature",
                    word == null || word.isEmpty() ? "required" : "unknown-value",
                    "This is one of " + String.join(", ", words()) + ".");
        }
        return found;
    }
}
