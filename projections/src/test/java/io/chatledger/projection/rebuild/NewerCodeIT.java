package io.chatledger.projection.rebuild;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.projection.Builds;
import io.chatledger.projection.Fact;
import io.chatledger.projection.Projection;
import io.chatledger.projection.SampleHistory;
import io.chatledger.projection.rebuild.RebuildPass.Step;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Processes of two releases at work on the same tables; the one that is looked at is the older one. */
class NewerCodeIT {

    private static final List<Fact> FACTS = SampleHistory.of(7, 2_000);

    private final RebuildRig rig = new RebuildRig();

    @BeforeEach
    void begin() {
        rig.begin(FACTS.subList(0, 1_000));
        rig.projections.all().forEach(projection -> new Builds(rig.dsl).record(projection, 0));
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void whoWaitsForTheTokenWhileNewerCodeExchangesTheRowsFoldsNothingIntoThem() throws Exception {
        List<Projection<?, ?>> shared = rig.projections.lanes().getFirst().projections();
        String rows = rig.database.content(shared);
        rig.steps.at(Step.held, () -> {
            rig.record(FACTS.subList(1_000, 2_000));
            await().atMost(60, SECONDS).until(this::someoneWaitsForTheToken);
        });
        rig.steps.at(Step.exchanged, this::asNewerCodeDoes);
        rig.rebuild.start("contact").get(60, SECONDS);
        awaitTokenReleased();
        assertThat(rig.database.content(shared)).isEqualTo(rows);
        assertThat(shared).allSatisfy(one -> {
            ProjectionStatus status = rig.statuses.of(one.name());
            assertThat(status.position()).isEqualTo(1_000);
            assertThat(status.status()).isEqualTo(ProjectionStatus.State.stopped);
        });
    }

    /** Nobody would make up for the events that older code lets pass. */
    @Test
    void aProjectionThatOnlyNewerCodeHasIsNotPassedBy() {
        rig.database.owner().execute("insert into projection_build (name, version, position) values ('new', 1, 0)");
        rig.record(FACTS.subList(1_000, 2_000));
        awaitTokenReleased();
        assertThat(rig.statuses.of("contact").position()).isEqualTo(1_000);
    }

    @Test
    void aProcessStartedAgainDoesNotRebuildWhatNewerCodeHasMade() throws Exception {
        asNewerCodeDoes();
        rig.outdated().start().join();
        assertThat(rig.rebuild.progress("contact")).isNull();
    }

    @Test
    void whoeverRebuildsOnPurposeGoesOnByItself() throws Exception {
        asNewerCodeDoes();
        rig.record(FACTS.subList(1_000, 2_000));
        awaitTokenReleased();
        CompletableFuture<RebuildProgress> end = rig.rebuild.start("contact");
        assertThat(end.get(60, SECONDS).state()).isEqualTo(RebuildProgress.State.done);
        rig.awaitCurrent();
        String live = rig.content();
        rig.rebuild.start(rig.names()).get(60, SECONDS);
        assertThat(rig.content()).isEqualTo(live);
    }

    /** Its place among the events is another then, so rows as far as the old one would lack some or get them twice. */
    @Test
    void rowsDoNotTakeTheirPlaceInALaneToWhichNewerCodeHasTakenThemMeanwhile() throws Exception {
        String rows = rig.content();
        rig.steps.at(
                Step.indexed,
                () -> rig.dsl.execute("update public.projection_build set lane = 'other' where name = 'contact'"));
        RebuildProgress end = rig.rebuild.start("contact").get(60, SECONDS);
        assertThat(end.state()).isEqualTo(RebuildProgress.State.failed);
        assertThat(new Builds(rig.dsl).made().get("contact"))
                .extracting(Builds.Made::lane)
                .isEqualTo("other");
        assertThat(rig.content()).isEqualTo(rows);
    }

    private void asNewerCodeDoes() {
        rig.dsl.execute("update public.projection_build set version = version + 1 where name = 'contact'");
    }

    private boolean someoneWaitsForTheToken() {
        return finds(
                "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query ilike 'update token_entry%'");
    }

    private void awaitTokenReleased() {
        await().atMost(60, SECONDS)
                .until(() ->
                        finds("select 1 from token_entry where processor_name = 'projection.live' and owner is null"));
    }

    private boolean finds(String query) {
        return !rig.database.owner().fetch(query).isEmpty();
    }
}
