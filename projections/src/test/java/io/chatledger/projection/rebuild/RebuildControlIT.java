package io.chatledger.projection.rebuild;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.eventstore.EventLog;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.projection.Builds;
import io.chatledger.projection.Fact;
import io.chatledger.projection.SampleHistory;
import io.chatledger.projection.rebuild.RebuildPass.Step;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jooq.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rebuilds that are cancelled, refused, started by themselves, and what is left of the rows of before. */
class RebuildControlIT {

    private final RebuildRig rig = new RebuildRig();

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void aRebuildThatIsCancelledLeavesTheRowsAsTheyWere() throws Exception {
        rig.begin(SampleHistory.of(7, 1_000));
        String live = rig.content();
        Steps.Held held = rig.steps.holdAt(Step.created);
        CompletableFuture<RebuildProgress> end = rig.rebuild.start(List.of("contact", "conversation"));
        held.awaitReached();
        rig.rebuild.cancel("contact");
        held.goOn();
        assertThat(end.get(60, SECONDS).state()).isEqualTo(RebuildProgress.State.cancelled);
        assertThat(rig.content()).isEqualTo(live);
        assertThat(rig.tables("rebuild")).isEmpty();
        assertRefused("rebuild-not-running", () -> rig.rebuild.cancel("contact"));
        assertThat(rig.rebuild.start("contact").get(60, SECONDS).state()).isEqualTo(RebuildProgress.State.done);
    }

    @Test
    void oneRebuildOfAProjectionRunsAtATime() throws Exception {
        rig.begin(SampleHistory.of(7, 1_000));
        Steps.Held held = rig.steps.holdAt(Step.created);
        CompletableFuture<RebuildProgress> first = rig.rebuild.start("contact");
        held.awaitReached();
        assertRefused("rebuild-running", () -> rig.rebuild.start("contact"));
        assertRefused("rebuild-running", () -> rig.rebuild.start(List.of("channel", "contact")));
        assertRefused("not-found", () -> rig.rebuild.start("weather"));
        assertThat(rig.statuses.of("contact").status()).isEqualTo(ProjectionStatus.State.rebuilding);
        RebuildProgress elsewhere = rig.rebuild(rig.database.as("chatledger_projection"), new Steps())
                .start("contact")
                .get(60, SECONDS);
        assertThat(elsewhere.reason()).isEqualTo("rebuild-running");
        held.goOn();
        assertThat(first.get(60, SECONDS).state()).isEqualTo(RebuildProgress.State.done);
    }

    @Test
    void theOldRowsAreKeptUntilTheyAreDroppedOrReplaced() throws Exception {
        rig.begin(SampleHistory.of(7, 1_000));
        assertThat(rig.statuses.of("contact").previousKept()).isFalse();
        rig.database.owner().deleteFrom(CONTACT_VIEW).execute();
        rig.rebuild.start("contact").get(60, SECONDS);
        assertThat(rig.statuses.of("contact").previousKept()).isTrue();
        assertThat(retired(CONTACT_VIEW)).isZero();
        rig.rebuild.start("contact").get(60, SECONDS);
        assertThat(retired(CONTACT_VIEW)).isEqualTo(rig.database.owner().fetchCount(CONTACT_VIEW));
        rig.statuses.dropPrevious("contact");
        assertThat(rig.statuses.of("contact").previousKept()).isFalse();
        assertThat(rig.tables("retired")).isEmpty();
    }

    @Test
    void aProjectionWhoseCodeHasChangedIsRebuiltWhenAProcessStarts() throws Exception {
        rig.begin(SampleHistory.of(7, 1_000));
        rig.projections.all().forEach(projection -> new Builds(rig.dsl).record(projection, 0));
        String live = rig.content();
        Builds builds = new Builds(rig.dsl);
        rig.projections.all().forEach(projection -> builds.record(projection, 0));
        rig.outdated().start().join();
        assertThat(rig.rebuild.progress("contact")).isNull();
        rig.database.owner().execute("update projection_build set version = 0 where name = 'contact'");
        rig.database.owner().execute("delete from projection_build where name = 'channel'");
        rig.database.owner().deleteFrom(CONTACT_VIEW).execute();
        rig.outdated().start().join();
        assertThat(rig.content()).isEqualTo(live);
        assertThat(Objects.requireNonNull(rig.rebuild.progress("channel")).state())
                .isEqualTo(RebuildProgress.State.done);
        assertThat(rig.rebuild.progress("message")).isNull();
        rig.outdated().start().join();
        assertThat(rig.tables("retired")).containsExactly("channel_view", "contact_view");
    }

    @Test
    void noProjectionStandsBeyondWhatThereIs() {
        List<Fact> facts = SampleHistory.of(7, 200);
        rig.begin(facts.subList(0, 100));
        EventLog growing = new GoesOn(rig.log, () -> {
            rig.record(facts.subList(100, facts.size()));
            rig.awaitCurrent();
        });
        assertThat(rig.statuses(growing).all()).allSatisfy(status -> {
            assertThat(status.position()).isEqualTo(facts.size());
            assertThat(status.head()).isEqualTo(facts.size());
            assertThat(status.status()).isEqualTo(ProjectionStatus.State.current);
        });
    }

    /** A history that goes on as soon as somebody has asked how long it is. */
    private record GoesOn(EventLog log, Runnable further) implements EventLog {

        @Override
        public long beginning() {
            return log.beginning();
        }

        @Override
        public long head() {
            long head = log.head();
            further.run();
            return head;
        }

        @Override
        public Pages read(Stretch stretch) {
            return log.read(stretch);
        }
    }

    private int retired(Table<?> view) {
        return Objects.requireNonNull(rig.database.owner().fetchOne("select count(*) from retired." + view.getName()))
                .get(0, Integer.class);
    }

    private static void assertRefused(String code, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        DomainProblem.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
