package io.chatledger.web.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FairLinesTest {

    private final FairLines lines = new FairLines();
    private final List<String> served = new ArrayList<>();

    @Test
    void thoseWhoWaitInOneLineAreServedInOrder() {
        join("a", "a1", "a2", "a3");
        serve(3);
        assertThat(served).containsExactly("a1", "a2", "a3");
    }

    @Test
    void theLinesTakeTurns() {
        join("a", "a1", "a2", "a3");
        join("b", "b1", "b2");
        serve(5);
        assertThat(served).containsExactly("a1", "b1", "a2", "b2", "a3");
    }

    @Test
    void whoeverHadNothingWaitingIsNext() {
        for (int n = 0; n < 200; n++) {
            join("stranger " + n, "s" + n, "s" + n);
        }
        serve(300);
        join("new", "new");
        serve(1);
        assertThat(served).last().isEqualTo("new");
    }

    @Test
    void newcomersWithoutEndKeepNobodyOut() {
        join("patient", "p1", "p2");
        for (int n = 0; n < 100; n++) {
            join("stranger " + n, "s" + n);
        }
        serve(4);
        assertThat(served).containsExactly("p1", "s0", "s1", "p2");
    }

    @Test
    void butOnlyOnceInARound() {
        join("patient", "p1", "p2");
        serve(1);
        join("eager", "e1");
        serve(1);
        join("eager", "e2");
        serve(2);
        assertThat(served).containsExactly("p1", "e1", "p2", "e2");
    }

    @Test
    void whereNobodyWaitsThereIsNone() {
        join("a", "a1");
        serve(1);
        assertThat(lines.next()).isNull();
        join("a", "a2");
        serve(1);
        assertThat(served).containsExactly("a1", "a2");
    }

    private void join(String caller, String... turns) {
        for (String turn : turns) {
            lines.join(caller, () -> served.add(turn));
        }
    }

    private void serve(int count) {
        for (int n = 0; n < count; n++) {
            Objects.requireNonNull(lines.next(), "nobody waits").run();
        }
    }
}
