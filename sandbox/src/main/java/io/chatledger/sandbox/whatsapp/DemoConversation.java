package io.chatledger.sandbox.whatsapp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One customer's conversation in the demonstration.
 *
 * @param customer a phone or a user id
 */
record DemoConversation(String name, String customer, List<Step> steps) {

    private static final String SCRIPT = "demo-conversations.txt";

    /** What happens next in it. */
    sealed interface Step {

        record CustomerWrites(long minutesAgo, String text) implements Step {}

        record AgentAnswers(String text) implements Step {}

        /** @param argument empty where the action takes none */
        record AgentDoes(String action, String argument) implements Step {}

        record CustomerReads() implements Step {}
    }

    static List<DemoConversation> all() {
        try (InputStream script = DemoConversation.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IllegalStateException("the application lacks its resource " + SCRIPT);
            }
            return parse(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<DemoConversation> parse(String script) {
        List<DemoConversation> conversations = new ArrayList<>();
        for (String line : script.lines().map(String::strip).toList()) {
            if (line.startsWith("= ")) {
                String[] who = line.substring(2).split(" \\| ", 2);
                conversations.add(new DemoConversation(who[0], who[1], new ArrayList<>()));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                conversations.getLast().steps().add(step(line));
            }
        }
        return conversations;
    }

    private static Step step(String line) {
        int space = line.indexOf(' ');
        String verb = space < 0 ? line : line.substring(0, space);
        String rest = space < 0 ? "" : line.substring(space + 1);
        return switch (verb) {
            case "<" -> {
                String[] written = rest.split(" \\| ", 2);
                yield new Step.CustomerWrites(Long.parseLong(written[0]), written[1]);
            }
            case ">" -> new Step.AgentAnswers(rest);
            case "read" -> new Step.CustomerReads();
            case "takeover", "topic", "note", "close" -> new Step.AgentDoes(verb, rest);
            default -> throw new IllegalArgumentException("no such step: " + line);
        };
    }
}
