package io.chatledger.projection.wide;

import static io.chatledger.readmodel.generated.Tables.WEBHOOK_JOURNAL_VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.projection.Facts;
import io.chatledger.projection.Projections;
import io.chatledger.projection.RecordedEvents;
import io.chatledger.projection.Wired;
import io.chatledger.projection.live.LiveFold;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that touch several rows, and rows that are touched by several streams and families of events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WideFoldsIT {

    private static final int EVENTS = 600;

    private final Projections projections = new Projections(List.of(new LedgerProjection(), new OccupancyProjection()));
    private final WideRig rig = new WideRig();

    @AfterAll
    void stop() throws Exception {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void inWhateverOrderStreamsMingleARebuildAndTheLiveExecutionGiveTheSameBytes(long interleaving) {
        RecordedEvents history = SampleDays.of(EVENTS, interleaving);
        String live = rig.live(projections, history.all(), 50);
        assertThat(rig.live(projections, history.all(), 1)).isEqualTo(live);
        assertThat(rig.rebuilt(projections, history, null, 1, 1 << 20, EVENTS)).isEqualTo(live);
        assertThat(rig.rebuilt(projections, history, null, 4, 1 << 20, EVENTS)).isEqualTo(live);
        assertThat(rig.rebuilt(projections, history, null, 3, 0, EVENTS)).isEqualTo(live);
    }

    @Test
    void theRowsAreThoseOfTheOrderOfTheHistory() {
        assertThat(rig.live(projections, SampleDays.of(EVENTS, 1).all(), 50))
                .isNotEqualTo(rig.live(projections, SampleDays.of(EVENTS, 2).all(), 50));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 97, 300, EVENTS})
    void aViewOfThePastShowsWhatWasThereThen(int moment) {
        RecordedEvents history = SampleDays.of(EVENTS, 5);
        String then = rig.live(projections, history.all().subList(0, moment), 50);
        assertThat(rig.rebuilt(projections, history, Facts.TENANT, 2, 1 << 20, moment))
                .isEqualTo(then);
    }

    @Test
    void eachEntryIsOnBothItsAccountsOnceWhateverBreaksInBetween() {
        RecordedEvents history = SampleDays.of(EVENTS, 6);
        String whole = rig.live(projections, history.all(), 50);
        rig.database.empty(projections.all());
        LiveFold fold = new LiveFold(projections.lanes().getFirst(), Wired.NAMES, rig.dsl);
        for (int from = 0; from < EVENTS; from += 50) {
            List<TrackedEventMessage<?>> batch = history.all().subList(from, from + 50);
            assertThatThrownBy(() -> rig.process(
                            fold,
                            batch,
                            unit -> unit.onPrepareCommit(u -> u.onPrepareCommit(late -> {
                                throw new IllegalStateException("the power fails");
                            }))))
                    .hasMessage("the power fails");
            rig.process(fold, batch, unit -> {});
        }
        assertThat(rig.database.content(projections.all())).isEqualTo(whole);
        assertThat(rig.database
                        .owner()
                        .select(DSL.sum(WEBHOOK_JOURNAL_VIEW.ATTEMPTS))
                        .from(WEBHOOK_JOURNAL_VIEW)
                        .fetchSingle()
                        .value1())
                .isEqualByComparingTo(BigDecimal.ZERO);
    }
}
