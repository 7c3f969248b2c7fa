package io.chatledger.web.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/** Every code that a problem may have: {@code problems.properties}, which names the statuses and what it means. */
final class ProblemCodes {

    private static final String FILE = "/api/problems.properties";

    private final Properties known = new Properties();

    ProblemCodes() {
        try (InputStream file = Objects.requireNonNull(ProblemCodes.class.getResourceAsStream(FILE))) {
            known.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param status of HTTP */
    record Code(String code, int status, String meaning) {}

    /**
     * One by its name, or by status and name.
     *
     * @throws IllegalStateException if there is none
     */
    Code of(String named) {
        String code = named.substring(named.lastIndexOf(' ') + 1);
        List<Code> meant = all(code)
                .filter(one -> named.equals(code) || named.equals(one.status() + " " + code))
                .toList();
        if (meant.isEmpty()) {
            throw new IllegalStateException("No problem has the code " + named + "; see " + FILE);
        }
        return meant.getFirst();
    }

    boolean contains(String code, int status) {
        return all(code).anyMatch(one -> one.status() == status);
    }

    /** The same code may stand for a refusal of several statuses. */
    private Stream<Code> all(String code) {
        String line = known.getProperty(code, "");
        String meaning = line.replaceFirst("^[0-9 ]+", "");
        return Stream.of(line.substring(0, line.length() - meaning.length()).split(" "))
                .filter(status -> !status.isBlank())
                .map(status -> new Code(code, Integer.parseInt(status), meaning));
    }
}
