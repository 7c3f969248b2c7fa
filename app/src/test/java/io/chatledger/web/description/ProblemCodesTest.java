package io.chatledger.web.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.problem.DomainProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever code the program may answer with is among the codes that are explained. */
class ProblemCodesTest {

    private static final Pattern THROWN = Pattern.compile(
            "DomainProblem\\(\\s*(?:DomainProblem\\.)?(?:Kind\\.)?([A-Z_]+),\\s*\"([a-z-]+)\"|conflict\\(\\s*\"([a-z-]+)\"");

    private final ProblemCodes codes = new ProblemCodes();

    @TestFactory
    Stream<DynamicTest> aCodeThatIsAnsweredIsExplained() throws IOException {
        List<Path> sources;
        try (Stream<Path> all = Files.walk(Path.of("..").toRealPath())) {
            sources = all.filter(path -> path.toString().contains("/src/main/java/")
                            && path.toString().endsWith(".java"))
                    .toList();
        }
        assertThat(sources).hasSizeGreaterThan(100);
        return sources.stream().flatMap(this::thrown);
    }

    @Test
    void twoFeaturesCannotExplainTheSameCode() {
        assertThatThrownBy(() -> new ProblemCodes("classpath*:api/twice/*.properties"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sold-out");
    }

    private Stream<DynamicTest> thrown(Path source) {
        return THROWN.matcher(text(source)).results().map(found -> {
            int status = found.group(3) == null ? Kind.valueOf(found.group(1)).status() : Kind.CONFLICT.status();
            String code = code(found);
            return DynamicTest.dynamicTest(
                    code + " in " + source.getFileName(),
                    () -> assertThat(codes.contains(code, status))
                            .as("%s with %d in api/problems", code, status)
                            .isTrue());
        });
    }

    private static String code(MatchResult found) {
        return found.group(3) == null ? found.group(2) : found.group(3);
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
