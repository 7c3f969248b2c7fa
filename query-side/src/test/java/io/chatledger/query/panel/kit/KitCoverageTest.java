package io.chatledger.query.panel.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sheet of all parts has the parts of every feature's pages: what is a fragment is shown there. */
class KitCoverageTest {

    private static final Path PANEL = Path.of("src/main/resources/templates/panel");
    private static final Pattern DECLARED = Pattern.compile("th:fragment=\"([\\w-]+)");
    private static final Pattern USED = Pattern.compile("~\\{panel/([\\w-]+)/([\\w-]+) :: ([\\w-]+)");
    /** What only hands symbols to the page, and the sheet itself. */
    private static final Set<String> NOTHING_TO_SEE = Set.of("icon", "icons", "kit");

    /** Answers to requests of an open page, made of parts that are shown. */
    private static final Set<String> ANSWERS = Set.of("thread/earlier", "thread/opened");

    static List<Path> features() throws IOException {
        try (Stream<Path> folders = Files.list(PANEL)) {
            List<Path> found = folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.endsWith("kit"))
                    .sorted()
                    .toList();
            assertThat(found).hasSizeGreaterThan(5);
            return found;
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void everyFragmentIsShown(Path feature) throws IOException {
        Map<String, String> templates = templates(feature);
        Set<String> declared = new TreeSet<>();
        templates.forEach((name, template) -> DECLARED.matcher(template)
                .results()
                .filter(fragment -> !NOTHING_TO_SEE.contains(fragment.group(1)))
                .forEach(fragment -> declared.add(name + "/" + fragment.group(1))));

        declared.removeAll(ANSWERS);

        assertThat(templates).containsKey("kit");
        assertThat(shown(String.valueOf(feature.getFileName()), templates)).containsAll(declared);
    }

    /** By the sheet, and by the templates of what it shows. */
    private static Set<String> shown(String feature, Map<String, String> templates) {
        Set<String> found = new TreeSet<>();
        Set<String> read = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(List.of("kit"));
        while (!next.isEmpty()) {
            String name = next.remove();
            if (read.add(name)) {
                USED.matcher(templates.getOrDefault(name, ""))
                        .results()
                        .filter(use -> use.group(1).equals(feature))
                        .forEach(use -> {
                            found.add(use.group(2) + "/" + use.group(3));
                            next.add(use.group(2));
                        });
            }
        }
        return found;
    }

    private static Map<String, String> templates(Path feature) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(feature)) {
            for (Path file : files.toList()) {
                texts.put(String.valueOf(file.getFileName()).replace(".html", ""), Files.readString(file));
            }
        }
        return texts;
    }
}
