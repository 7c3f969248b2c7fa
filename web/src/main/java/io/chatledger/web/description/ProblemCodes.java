package io.chatledger.web.description;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every code that a problem may have: {@code api/problems/<feature>.properties} in any module, which name the statuses
 * and what it means.
 */
final class ProblemCodes {

    private static final String FILES = "classpath*:api/problems/*.properties";

    private final Properties known = new Codes();

    ProblemCodes() {
        this(FILES);
    }

    /** @throws IllegalStateException if two of those files explain the same code */
    ProblemCodes(String files) {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(files)) {
                try (Reader lines = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    known.load(lines);
                }
            }
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
            throw new IllegalStateException("No problem has the code " + named + "; see " + FILES);
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

    /** Each of them once. */
    private static final class Codes extends Properties {

        private static final long serialVersionUID = 1L;

        @Override
        public synchronized @Nullable Object put(Object code, Object explained) {
            if (containsKey(code)) {
                throw new IllegalStateException("The problem " + code + " is explained twice");
            }
            return super.put(code, explained);
        }
    }
}
