package io.chatledger.kernel.metric;

import java.util.Set;

/**
 * By what a metric can be told apart. What is not told apart has no value there.
 *
 * @param name as callers see it, in questions and in answers: lower camel case
 * @param meaning of a question for one value of it, as the description of the API says it
 */
public record Dimension(String name, String meaning) {

    /** What questions and answers say besides. */
    private static final Set<String> TAKEN = Set.of(
            ("name version versions unit from to by dimension limit cursor asOf days id at start end local value count"
                            + " median p90 average position event conversationId sincePosition sinceEvent")
                    .split(" "));

    /** The channel, by its id: what a definition's subject says, and not the definition. */
    public static final Dimension CHANNEL =
            new Dimension("channel", "Only those of the channel with this id; none for those without one.");

    public Dimension {
        if (!name.matches("[a-z]{2,20}([A-Z][a-z]{1,20})?") || TAKEN.contains(name)) {
            throw new IllegalArgumentException("not the name of a dimension: " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
