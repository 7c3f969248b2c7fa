package io.chatledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The words of {@code V22__words.sql}, which rows hold that were written before {@code search_words} was quick. */
class QuickWordsIT {

    private static final Path V22 = Path.of("src/main/resources/db/migration/views/V22__words.sql");
    private static final int LAST_OF_THE_SCRIPTS_WITH_SPACES = 0x3100;

    private static final List<String> PARTS = List.of(
            "Hola",
            "mañana",
            "ÁÉÍÓÚÜÑ",
            "pi\u00f1o\u0301n",
            "I\u0307stanbul",
            "\u0130",
            "\u212a",
            "Straße",
            "ΣΟΦΟΣ",
            "ПРИВЕТ",
            "我想预订",
            "明日の予約",
            "จองคิว",
            "예약",
            "\ud83d\ude4f",
            "\u2764\ufe0f",
            "½",
            "\ufb01",
            "x".repeat(99),
            "y".repeat(100),
            "z".repeat(101),
            "é".repeat(250),
            "明".repeat(120),
            " ",
            "  ",
            "\n",
            "\t",
            "\u00a0",
            "\u3000",
            "'",
            "\\",
            ":",
            "¿",
            "¡",
            ".",
            ",",
            ";",
            "?",
            "!",
            "\"",
            "(",
            ")",
            "-",
            "/",
            "_",
            "&",
            "|",
            "*",
            "@",
            "#",
            "4471",
            "a",
            "0");

    @BeforeAll
    static void keepTheFunctionAsItWas() throws IOException {
        String migration = Files.readString(V22);
        int from = migration.indexOf("create function search_words");
        String function = migration.substring(from, migration.indexOf("$$;", from) + 3);
        MigratedDatabase.owner().connection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create schema as_it_was");
                statement.execute(function.replaceFirst("function search_words", "function as_it_was.search_words"));
            }
        });
    }

    @Test
    void eachLetterAndSignGivesTheSameWords() {
        assertThat(differing(IntStream.range(1, LAST_OF_THE_SCRIPTS_WITH_SPACES)
                        .mapToObj(letter ->
                                "Uno" + Character.toString(letter) + "dos " + Character.toString(letter) + "3")
                        .toList()))
                .isEmpty();
    }

    @Test
    void textsMadeOfAnythingGiveTheSameWords() {
        Random random = new Random(4471);
        assertThat(differing(Stream.generate(() -> text(random)).limit(3000).toList()))
                .isEmpty();
    }

    @Test
    void whatIsCutAndWhatSaysNothingGivesTheSameWords() {
        assertThat(differing(List.of(
                        "", " ", "¿?", "é".repeat(20_001), "hola ".repeat(4_000) + "fin", "明 ".repeat(10_000) + "fin")))
                .isEmpty();
    }

    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(n -> PARTS.get(random.nextInt(PARTS.size())))
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }

    private static List<String> differing(List<String> texts) {
        DSLContext dsl = MigratedDatabase.owner();
        return dsl.fetch(
                        "select said from unnest({0}) said"
                                + " where search_words('shop', said) is distinct from as_it_was.search_words('shop', said)",
                        DSL.val(texts.toArray(String[]::new)))
                .getValues(0, String.class);
    }
}
