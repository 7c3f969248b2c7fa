package io.chatledger.query.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextBundlesTest {

    private final TextBundles texts = new TextBundles();

    @Test
    void everyFeaturesTextsAreFoundOnceAndTheEnglishOnesBesideThem() {
        assertThat(texts.baseNames())
                .contains("messages/inbox", "messages/audit", "messages/shell")
                .doesNotHaveDuplicates()
                .noneMatch(name -> name.endsWith("_en") || name.endsWith(".properties"));
    }

    @Test
    void aPageHasTheScriptsTextsOfTheShellAndOfItsOwnSectionOnly() {
        var shell = texts.ofScripts("shell");
        var audit = texts.ofScripts("audit");

        assertThat(shell).contains("unexpected").doesNotHaveDuplicates().noneMatch(key -> key.startsWith("script."));
        assertThat(audit).containsAll(shell).hasSizeGreaterThan(shell.size());
        assertThat(texts.ofScripts("nothing")).isEqualTo(shell);
        assertThat(audit).doesNotContainAnyElementsOf(without(texts.ofScripts("channel"), shell));
    }

    private static List<String> without(List<String> all, List<String> some) {
        assertThat(all).hasSizeGreaterThan(some.size());
        return all.stream().filter(key -> !some.contains(key)).toList();
    }
}
