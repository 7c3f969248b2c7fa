package io.chatledger.query.panel.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.query.panel.KitPart;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class KitPagesTest {

    @ParameterizedTest
    @CsvSource({"dev, 1", "production, 0"})
    void isThereOnlyForThoseWhoBuildIt(String mode, int pages) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", Map.of("chatledger.mode", mode)));
            context.registerBean(KitPart.class, () -> new KitPart("inbox", List.of(), Map.of()));
            context.register(KitPages.class);
            context.refresh();

            assertThat(context.getBeansOfType(KitPages.class)).hasSize(pages);
        }
    }
}
