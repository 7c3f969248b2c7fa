package io.chatledger.query.replay;

import static io.chatledger.readmodel.generated.Tables.REPLAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Pages;
import io.chatledger.query.Refusals;
import io.chatledger.query.Rows;
import io.chatledger.query.TestDatabase;
import io.chatledger.readmodel.generated.tables.records.ReplayRecord;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayQueriesIT {

    private final TenantId tenant = TestDatabase.newTenant();
    private final ReplayQueries queries =
            new ReplayQueries(TestDatabase.reads(), InstantSource.fixed(Rows.START.plusSeconds(10)));

    @Test
    void itsSpeedIsThatOfTheTimeItTook() {
        UUID done = replay(row -> row.setEndedAt(Rows.START.plusSeconds(5)));
        UUID running = replay(row -> row.setStatus("building"));

        assertThat(queries.get(tenant, done).eventsPerSecond()).isEqualTo(200);
        assertThat(queries.get(tenant, running).eventsPerSecond()).isEqualTo(100);
    }

    @Test
    void oneThatIsOverIsNotReadyAnyMoreWhetherItWasSweptAwayOrNot() {
        assertThat(status(row -> row.setExpiresAt(Rows.START.plusSeconds(11)))).isEqualTo("ready");
        assertThat(status(row -> row.setExpiresAt(Rows.START.plusSeconds(10)))).isEqualTo("expired");
        assertThat(status(row -> {
                    row.setStatus("failed");
                    row.setExpiresAt(Rows.START);
                }))
                .isEqualTo("failed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 200})
    void pagesHaveEachOnceTheNewestFirst(int limit) {
        UUID old = replay(row -> row.setCreatedAt(Rows.START.minusSeconds(1)));
        UUID one = replay(row -> {});
        UUID other = replay(row -> {});

        assertThat(Pages.all(limit, paging -> queries.find(tenant, paging)))
                .extracting(ReplayView::id)
                .containsExactlyInAnyOrder(old.toString(), one.toString(), other.toString())
                .last()
                .isEqualTo(old.toString());
    }

    @Test
    void anotherTenantsIsNotThere() {
        UUID mine = replay(row -> {});

        assertThat(Refusals.code(() -> queries.get(TestDatabase.newTenant(), mine)))
                .isEqualTo("not-found");
    }

    private String status(Consumer<ReplayRecord> rest) {
        return queries.get(tenant, replay(rest)).status();
    }

    private UUID replay(Consumer<ReplayRecord> rest) {
        ReplayRecord row = TestDatabase.OWNER.newRecord(REPLAY);
        row.setId(UUID.randomUUID());
        row.setTenantId(tenant.value());
        row.setUpToPosition(1000L);
        row.setPosition(1000L);
        row.setMoment(Rows.START);
        row.setAsked(true);
        row.setStatus("ready");
        row.setProcessed(1000L);
        row.setTotal(1000L);
        row.setSentThings(0);
        row.setHead(1000L);
        row.setNode("n");
        row.setCreatedAt(Rows.START);
        row.setHeartbeatAt(Rows.START);
        row.setUsedAt(Rows.START);
        rest.accept(row);
        row.insert();
        return row.getId();
    }
}
