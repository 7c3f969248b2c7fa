package io.chatledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.Features;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The bundles of all features, against each other and against what templates and scripts say. */
class TextsTest {

    private static final String ENGLISH = "_en";
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][\\w.-]*)[(}]");
    private static final Pattern PREFIX =
            Pattern.compile("'([a-z][\\w-]*(?:\\.[\\w-]+)*\\.)' ?\\+|#\\{\\|([a-z.]+\\.)\\$");
    private static final Pattern SAID = Pattern.compile("\\btext\\('([\\w-]+)'\\)|data-done=\"([\\w-]+)\"");
    private static final Pattern FEATURE = Pattern.compile("/panel/(?:assets/)?([a-z-]+)/[^/]+$");

    private static final Map<String, Properties> BUNDLES = new TreeMap<>();
    private static final Set<String> KEYS = new TreeSet<>();

    static {
        for (Resource file : files("messages/*.properties")) {
            String name = String.valueOf(file.getFilename()).replace(".properties", "");
            assertThat(BUNDLES.put(name, properties(file)))
                    .as("another " + name)
                    .isNull();
            KEYS.addAll(BUNDLES.get(name).stringPropertyNames());
        }
    }

    static Stream<String> spanish() {
        return BUNDLES.keySet().stream().filter(name -> !name.endsWith(ENGLISH));
    }

    @ParameterizedTest
    @MethodSource("spanish")
    void bothLanguagesSayTheSameThings(String bundle) {
        Properties spanish = bundle(bundle);
        Properties english = bundle(bundle + ENGLISH);

        assertThat(spanish).isNotEmpty();
        assertThat(english).as("in English").isNotEmpty();
        assertThat(english.keySet()).isEqualTo(spanish.keySet());
        assertThat(spanish.values()).doesNotContain("");
        assertThat(english.values()).doesNotContain("");
    }

    @Test
    void nothingIsSaidTwice() {
        Map<String, List<String>> places = new TreeMap<>();
        spanish()
                .forEach(bundle -> bundle(bundle)
                        .stringPropertyNames()
                        .forEach(key -> places.computeIfAbsent(key, any -> new ArrayList<>())
                                .add(bundle)));
        places.values().removeIf(bundles -> bundles.size() == 1);
        assertThat(places).isEmpty();
    }

    @Test
    void whatTemplatesSayIsThere() {
        List<String> missing = new ArrayList<>();
        for (Resource file : files("templates/**/*.html")) {
            String template = text(file);
            matches(KEY, template).filter(key -> !KEYS.contains(key)).forEach(missing::add);
            matches(PREFIX, template)
                    .filter(prefix -> KEYS.stream().noneMatch(key -> key.startsWith(prefix)))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    /** What happens often and to people; the rest stands in the history under its own name. */
    @Test
    void whatHappensHasANameInTheHistory() {
        assertThat(KEYS)
                .containsAll(Stream.of("audit", "tenant", "account", "contact", "conversation", "channel")
                        .flatMap(feature -> Features.builtIn().registry().all().keySet().stream()
                                .filter(name -> name.startsWith(feature + ".")))
                        .map(name -> "event." + name)
                        .toList());
    }

    @Test
    void whatFeaturesCountHasAName() {
        assertThat(Features.builtIn().metrics().all())
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(KEYS)
                        .contains("metric." + metric.id(), "metric." + metric.id() + "." + metric.version()));
    }

    /** A page has the texts of the shell's scripts and of its own feature's. */
    @Test
    void whatScriptsSayIsInTheirFeature() {
        Set<String> missing = new TreeSet<>();
        for (Resource file : Stream.of("static/panel/assets/**/*.js", "templates/panel/**/*.html")
                .flatMap(pattern -> files(pattern).stream())
                .toList()) {
            Set<String> known = scriptKeys(feature(file));
            matches(SAID, text(file))
                    .filter(key -> !known.contains("script." + key))
                    .forEach(key -> missing.add(file.getFilename() + ": " + key));
        }
        assertThat(missing).isEmpty();
    }

    /** Empty where there is none. */
    private static Properties bundle(String name) {
        return BUNDLES.getOrDefault(name, new Properties());
    }

    private static Set<String> scriptKeys(String feature) {
        return Stream.of("shell", feature)
                .flatMap(name -> bundle(name).stringPropertyNames().stream())
                .collect(Collectors.toSet());
    }

    private static String feature(Resource file) {
        try {
            return matches(FEATURE, file.getURL().getPath()).findFirst().orElse("shell");
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** What the first group that took part has found, each time. */
    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(TextsTest::found);
    }

    private static String found(MatchResult match) {
        return match.group(1) != null ? match.group(1) : match.group(2);
    }

    private static List<Resource> files(String pattern) {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Properties properties(Resource file) {
        try {
            Properties texts = new Properties();
            texts.load(new StringReader(text(file)));
            return texts;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
