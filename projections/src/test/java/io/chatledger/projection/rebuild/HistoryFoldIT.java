package io.chatledger.projection.rebuild;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.eventstore.MessageLog;
import io.chatledger.kernel.contact.ContactEvent.ContactCreated;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.webhook.WebhookEvent;
import io.chatledger.projection.Fact;
import io.chatledger.projection.Projection;
import io.chatledger.projection.RecordedEvents;
import io.chatledger.projection.SampleHistory;
import io.chatledger.projection.rebuild.HistoryFold.Plan;
import io.chatledger.projection.rebuild.HistoryFold.Resources;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryFoldIT {

    private static final int EVENTS = 4_000;
    private static final List<Fact> FACTS = SampleHistory.of(5, EVENTS);

    private final RebuildRig rig = new RebuildRig();
    private final HistoryTables tables = new HistoryTables(rig.dsl, HistoryTables.REBUILD);
    private final AtomicLong passed = new AtomicLong();

    @BeforeAll
    void begin() {
        rig.record(FACTS);
        rig.awaitCurrent();
    }

    @AfterAll
    void stop() throws Exception {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 1000000000", "3, 1000000000", "1, 100000", "4, 20000", "2, 0"})
    void neitherSegmentsNorWantOfMemoryMakeADifference(int segments, long memory) {
        fold(null, new Resources(segments, memory), EVENTS);
        assertThat(made()).isEqualTo(rig.content());
        assertThat(passed).hasValue(EVENTS);
    }

    @Test
    void whatIsFoldedInSeveralStretchesIsTheSame() {
        fold(null, new Resources(2, 50_000), 1, 2, 1_500, 1_500, EVENTS);
        assertThat(made()).isEqualTo(rig.content());
    }

    @Test
    void oneProjectionIsMadeFurtherThanAnotherAndTheyEndAlike() {
        makeNew(rig.projections.all());
        HistoryFold fold = new HistoryFold(rig.log, rig.dsl, plan(null, new Resources(2, 50_000)), watch());
        fold.foldTo(one -> one.name().equals("metric") ? 700 : one.name().equals("contact") ? 2_900 : 2_000);
        fold.flush();
        assertThat(fold.position(rig.projections.named("metric"))).isEqualTo(700);
        fold.foldTo(one -> one.name().equals("metric") ? EVENTS : 1_000);
        assertThat(fold.position(rig.projections.named("contact"))).isEqualTo(2_900);
        fold.foldTo(EVENTS);
        fold.flush();
        assertThat(made()).isEqualTo(rig.content());
    }

    @Test
    void theRowsOfOneTenantCanBeMadeAlone() {
        TenantId tenant = SampleHistory.TENANTS.getFirst();
        fold(tenant, new Resources(2, 1_000_000), EVENTS);
        assertThat(made()).isNotEmpty().isEqualTo(content("public", " where tenant_id = '" + tenant.value() + "'"));
    }

    @Test
    void rowsThatNeedAllEventsOfTheirTenantCanHaveThem() {
        TenantTally tally = new TenantTally();
        makeNew(List.of(tally));
        HistoryFold fold = new HistoryFold(
                rig.log,
                rig.dsl,
                new Plan(HistoryTables.REBUILD, List.of(tally), null, new Resources(4, 1_000_000)),
                watch());
        fold.foldTo(EVENTS);
        fold.flush();
        long delivered = FACTS.stream()
                .filter(fact -> fact.event() instanceof WebhookEvent)
                .count();
        assertThat(rig.database
                        .owner()
                        .fetchOne("select sum(attempts), count(*) from rebuild.webhook_journal_view")
                        .intoList())
                .extracting(String::valueOf)
                .containsExactly(String.valueOf(delivered), "2");
    }

    @Test
    void whatAnErasedPersonsRowsHoldIsForgotten() {
        ForgettingContacts contacts = new ForgettingContacts();
        makeNew(List.of(contacts));
        RecordedEvents history = new RecordedEvents();
        history.record(FACTS);
        ContactId erased = FACTS.stream()
                .map(Fact::event)
                .filter(ContactCreated.class::isInstance)
                .map(event -> ((ContactCreated) event).contactId())
                .findFirst()
                .orElseThrow();
        history.record(List.of(new Fact(erased.tenant(), new Erased(erased, Instant.EPOCH))));
        HistoryFold fold = new HistoryFold(
                new MessageLog(history, message -> Fact.tenantOf(message).value()),
                rig.dsl,
                new Plan(HistoryTables.REBUILD, List.of(contacts), null, new Resources(2, 0)),
                watch());
        fold.foldTo(EVENTS + 1);
        fold.flush();
        assertThat(rig.database
                        .owner()
                        .fetch(
                                "select tenant_id || '/contact/' || id from rebuild.contact_view where name = 'forgotten'")
                        .getValues(0, String.class))
                .containsExactly(erased.value());
        assertThat(rig.database.owner().fetchCount(DSL.table("rebuild.contact_view")))
                .isEqualTo(rig.database.owner().fetchCount(CONTACT_VIEW));
    }

    @Test
    void whoeverCancelsItIsHeard() {
        HistoryFold.Watch cancelled = new HistoryFold.Watch() {
            @Override
            public void passed(long position) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        HistoryFold fold = new HistoryFold(rig.log, rig.dsl, plan(null, new Resources(2, 1_000_000)), cancelled);
        assertThatThrownBy(() -> fold.foldTo(EVENTS)).isInstanceOf(CancellationException.class);
    }

    @Test
    void aWorkersFailureIsThrown() {
        rig.projections.all().forEach(projection -> tables.drop(projection.table()));
        HistoryFold fold = new HistoryFold(rig.log, rig.dsl, plan(null, new Resources(2, 1_000)), watch());
        assertThatThrownBy(() -> fold.foldTo(EVENTS)).hasStackTraceContaining("does not exist");
    }

    private void makeNew(List<Projection<?, ?>> projections) {
        for (Projection<?, ?> projection : projections) {
            tables.drop(projection.table());
            tables.create(projection.table());
        }
    }

    private void fold(@Nullable TenantId tenant, Resources resources, long... stretches) {
        makeNew(rig.projections.all());
        HistoryFold fold = new HistoryFold(rig.log, rig.dsl, plan(tenant, resources), watch());
        for (long end : stretches) {
            fold.foldTo(end);
            fold.flush();
            assertThat(rig.projections.all())
                    .allSatisfy(one -> assertThat(fold.position(one)).isEqualTo(end));
        }
    }

    private HistoryFold.Watch watch() {
        return new HistoryFold.Watch() {
            @Override
            public void passed(long position) {
                passed.set(position);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    private Plan plan(@Nullable TenantId tenant, Resources resources) {
        return new Plan(HistoryTables.REBUILD, rig.projections.all(), tenant, resources);
    }

    private String made() {
        return content(HistoryTables.REBUILD, "");
    }

    private String content(String schema, String where) {
        return rig.projections.all().stream()
                .map(projection -> projection.table().getName())
                .map(view -> view + "\n"
                        + String.join(
                                "\n",
                                rig.database
                                        .owner()
                                        .fetch(
                                                "select t::text from {0} t" + where + " order by t.tenant_id, t.id",
                                                DSL.name(schema, view))
                                        .getValues(0, String.class)))
                .collect(Collectors.joining("\n"));
    }
}
