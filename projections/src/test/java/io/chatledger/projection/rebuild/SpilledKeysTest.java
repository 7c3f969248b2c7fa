package io.chatledger.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.projection.RowKey;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpilledKeysTest {

    private final SpilledKeys spilled = new SpilledKeys();

    @Test
    void noRowThatHasLeftIsMissed() {
        keys(0).forEach(spilled::add);
        assertThat(keys(0)).allMatch(spilled::mayContain);
    }

    @Test
    void mostRowsThatHaveNotLeftAreNotLookedFor() {
        keys(0).forEach(spilled::add);
        assertThat(keys(1).filter(spilled::mayContain).count()).isLessThan(500);
    }

    private static Stream<RowKey> keys(int kind) {
        return IntStream.range(0, 10_000)
                .mapToObj(number -> new RowKey("shop-" + number % 7, new UUID(kind, number).toString()));
    }
}
