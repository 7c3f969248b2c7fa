package io.chatledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One name, one class: whoever reads it in a module knows which is meant. */
class NamesTest {

    private static final Set<String> ENGINES = Set.of("postgres", "axonserver");

    @ParameterizedTest
    @MethodSource("modules")
    void noTwoClassesOfAModuleHaveTheSameName(Path module) throws IOException {
        try (Stream<Path> files = Files.walk(module.resolve("src"))) {
            Map<String, List<Path>> byName = files.filter(
                            file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.groupingBy(NamesTest::name));

            assertThat(byName.values())
                    .allSatisfy(namesakes -> assertThat(namesakes).hasSize(1));
        }
    }

    /** The engines of the event store do the same in two ways, and neither sees the other. */
    private static String name(Path file) {
        String path = file.toString();
        int end = path.lastIndexOf('/');
        String folder = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
        String name = path.substring(end + 1);
        return ENGINES.contains(folder) ? folder + "." + name : name;
    }

    static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(House.ROOT)) {
            List<Path> modules = folders.filter(folder -> Files.exists(folder.resolve("src")))
                    .sorted()
                    .toList();
            assertThat(modules).anyMatch(module -> module.endsWith("shared-kernel"));
            return modules;
        }
    }
}
