package io.chatledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What documents speak of is there: classes, files, and what their links lead to. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][a-z]+)+)`");
    private static final Pattern FILE = Pattern.compile("`([a-z][a-z-]*/[^`\\s<*{]*)[`\\s]");
    private static final Pattern WORD = Pattern.compile("\\w+");

    private static final Set<String> WORDS = House.files(House.ROOT, ".java").stream()
            .flatMap(file -> WORD.matcher(House.text(file)).results().map(MatchResult::group))
            .collect(Collectors.toSet());

    static List<Path> documents() {
        return House.files(House.ROOT, ".md");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatADocumentNamesIsThere(Path document) {
        String text = House.text(document);

        assertThat(named(LINK, text))
                .as("links")
                .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
        assertThat(named(CLASS, text)).as("classes").isSubsetOf(WORDS);
        // What does not begin in a folder of the root is another repository's, or a part of a longer path.
        assertThat(named(FILE, text))
                .as("files")
                .filteredOn(file -> Files.isDirectory(House.ROOT.resolve(file.substring(0, file.indexOf('/')))))
                .allSatisfy(file -> assertThat(House.ROOT.resolve(file)).exists());
    }

    private static Set<String> named(Pattern kind, String text) {
        return kind.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }
}
