package io.chatledger.projection.rebuild;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.projection.Fact;
import io.chatledger.projection.SampleHistory;
import io.chatledger.projection.rebuild.RebuildPass.Step;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever step a rebuild ends at, there are the old rows or the new ones. */
class RebuildCrashIT {

    private static final List<Fact> FACTS = SampleHistory.of(11, 2_000);
    private static final String DOOMED = "doomed";

    private final RebuildRig rig = new RebuildRig();
    private String live = "";

    @BeforeEach
    void begin() {
        rig.record(FACTS.subList(0, 1_000));
        rig.awaitCurrent();
        live = rig.content();
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void afterAFailureTheRowsAreThereAndTheNextRebuildWorks(Step step) throws Exception {
        rig.steps.at(step, () -> {
            throw new IllegalStateException("the power fails");
        });
        RebuildProgress end = rig.rebuild.start(rig.names()).get(60, SECONDS);
        assertThat(end.state()).isEqualTo(RebuildProgress.State.failed);
        assertThat(end.reason()).isEqualTo("internal-error");
        assertThat(rig.content()).isEqualTo(live);
        assertThat(rig.tables("rebuild")).isEmpty();
        goesOn();
    }

    /** A process that is killed cleans nothing up; the database notices that its connections are gone. */
    @ParameterizedTest
    @EnumSource(Step.class)
    void afterAKillTheRowsAreThereAndTheNextRebuildWorks(Step step) throws Exception {
        Steps steps = new Steps();
        Steps.Held held = steps.holdAt(step);
        rig.rebuild(rig.database.as("chatledger_projection", DOOMED), steps).start(rig.names());
        held.awaitReached();
        rig.database
                .owner()
                .fetch("select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name = '"
                        + DOOMED + "'");
        assertThat(rig.content()).isEqualTo(live);
        goesOn();
    }

    private void goesOn() throws Exception {
        rig.record(FACTS.subList(1_000, 2_000));
        rig.awaitCurrent();
        String current = rig.content();
        rig.rebuild.cleanUp();
        assertThat(rig.tables("rebuild")).isEmpty();
        RebuildProgress next = rig.rebuild.start(rig.names()).get(60, SECONDS);
        assertThat(next.state()).isEqualTo(RebuildProgress.State.done);
        assertThat(rig.content()).isEqualTo(current);
    }
}
