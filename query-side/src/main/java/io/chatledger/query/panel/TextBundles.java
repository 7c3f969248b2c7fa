package io.chatledger.query.panel;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The texts that features have brought: {@code messages/<feature>.properties}, which are Spanish, each with an English
 * one beside it.
 */
public final class TextBundles {

    private static final String FOLDER = "messages/";
    private static final String SUFFIX = ".properties";
    private static final String SCRIPT = "script.";
    private static final String SHELL = "shell";

    private final Map<String, List<String>> scriptKeys = new TreeMap<>();

    TextBundles() {
        for (Resource found : spanish()) {
            String name = Objects.requireNonNull(found.getFilename());
            scriptKeys.put(name.substring(0, name.length() - SUFFIX.length()), scriptKeys(found));
        }
    }

    /** For a message source. */
    String[] baseNames() {
        return scriptKeys.keySet().stream().map(name -> FOLDER + name).toArray(String[]::new);
    }

    /** Which texts scripts may say on a section's pages, without their prefix. */
    public List<String> ofScripts(String section) {
        return Stream.of(SHELL, section)
                .distinct()
                .flatMap(name -> scriptKeys.getOrDefault(name, List.of()).stream())
                .toList();
    }

    private static List<Resource> spanish() {
        try {
            Resource[] found =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*" + SUFFIX);
            return Arrays.stream(found)
                    .filter(one -> !Objects.requireNonNull(one.getFilename()).endsWith("_en" + SUFFIX))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> scriptKeys(Resource bundle) {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith(SCRIPT))
                .map(key -> key.substring(SCRIPT.length()))
                .sorted()
                .toList();
    }
}
