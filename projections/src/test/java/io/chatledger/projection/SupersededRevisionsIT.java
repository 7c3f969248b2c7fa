package io.chatledger.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.message.EventRegistry;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever still runs of an earlier release cannot append events in a form of which today's code has a later one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupersededRevisionsIT {

    private static final String REVISIONS = "a migration says again which are superseded whenever a revision is raised";

    private final Database database = new Database();

    @AfterAll
    void stop() throws Exception {
        database.close();
    }

    @ParameterizedTest
    @MethodSource("events")
    void onlyTheRevisionOfTodayIsTaken(EventRegistry.Named event) {
        assertThat(append(event.name(), event.revision())).as(REVISIONS).isOne();
        if (event.revision() > 1) {
            assertThatThrownBy(() -> append(event.name(), event.revision() - 1))
                    .as(REVISIONS)
                    .hasMessageContaining("event_revision_not_superseded");
        }
    }

    private static Stream<EventRegistry.Named> events() {
        EventRegistry registry = Features.builtIn().registry();
        return registry.all().values().stream().map(type -> Objects.requireNonNull(registry.nameOf(type)));
    }

    private int append(String name, int revision) {
        return database.owner()
                .execute(
                        "with head as (update event_head set position = position + 1 returning position)"
                                + " insert into event select position, 'e' || position, 'shop', null, 's' || position, 0,"
                                + " {0}, {1}, now(), '{}', '{}' from head",
                        DSL.val(name), DSL.val(revision));
    }
}
