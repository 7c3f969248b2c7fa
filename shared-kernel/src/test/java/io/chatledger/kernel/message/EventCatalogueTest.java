package io.chatledger.kernel.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

    private static final Path PAGE = Folders.DOCS.resolve("event-catalogue.md");
    private static final String REGENERATE =
            "./mvnw -pl shared-kernel test -Dtest=EventCatalogueTest -Dcatalogue.write=true";

    private final EventRegistry registry = new EventRegistry();

    @Test
    void thePageIsUpToDate() throws IOException {
        String expected = new EventCatalogue(registry).markdown();
        if (Boolean.getBoolean("catalogue.write")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(PAGE).as("not there yet? " + REGENERATE).exists();
        assertThat(Files.readString(PAGE)).as("stale? " + REGENERATE).isEqualTo(expected);
    }

    @Test
    void everyKeyOfAnOriginIsExplained() {
        assertThat(EventCatalogue.METADATA)
                .containsKeys(EventCatalogue.keysOfOrigin().toArray(String[]::new));
    }

    @Test
    void noFeatureIsExplainedThatIsGone() {
        Set<String> features = registry.all().keySet().stream()
                .map(name -> name.substring(0, name.indexOf('.')))
                .collect(Collectors.toSet());

        assertThat(features).isEqualTo(EventCatalogue.FEATURES.keySet());
    }
}
