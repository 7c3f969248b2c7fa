package io.chatledger.kernel.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.Features;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

    private static final Path PAGE = Folders.DOCS.resolve("event-catalogue.md");
    private static final String REGENERATE =
            "./mvnw -pl shared-kernel test -Dtest=EventCatalogueTest -Dcatalogue.write=true";

    @Test
    void thePageIsUpToDate() throws IOException {
        String expected = new EventCatalogue(Features.builtIn()).markdown();
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
}
