package io.chatledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.message.SealedJson;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Pages;
import io.chatledger.query.Paging;
import io.chatledger.query.PlainTopic;
import io.chatledger.query.Refusals;
import io.chatledger.query.TestDatabase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEventsIT {

    private static final String CONVERSATION = "0199c3b2-7d4e-7a10-9c11-3f5a8e6b2d01";
    private static final EventFilter ALL = new EventFilter(null, null, null, null, null, null, null, null);

    private final TenantId tenant = TestDatabase.newTenant();
    private final Events events = new Events(tenant);
    private final AuditEvents queries = new AuditEvents(
            new ChainReads(TestDatabase.reads(), "postgres"),
            new PayloadText(new SealedJson(new OpenSeals())),
            (who, position) -> List.of(),
            PlainTopic.topics(),
            Features.builtIn());

    @BeforeEach
    void fourEvents() {
        events.add("webhook.DeliveryReceived", "webhook/w1", actor("provider", null, "w1"));
        events.add("conversation.MessageReceived", "conversation/" + CONVERSATION, actor("customer", "ana", "w1"));
        events.add("conversation.NoteAdded", "conversation/" + CONVERSATION, actor("account", "bea", "r2"));
        events.add("channel.ChannelConnected", "channel/n1", actor("account", "eva", "r3"));
    }

    @ParameterizedTest
    @CsvSource({
        "feature, conversation, 12",
        "type, NoteAdded, 2",
        "type, webhook.DeliveryReceived, 0",
        "aggregateId, " + CONVERSATION + ", 12",
        "actor, account, 23",
        "actor, bea, 2",
        "actor, account:eva, 3",
        "actor, customer:eva, ''",
        "correlationId, w1, 01",
        "from, 2026-05-01T12:00:02Z, 23",
        "to, 2026-05-01T12:00:02Z, 01",
        "feature, weather, ''"
    })
    void aFilterLetsItsOwnEventsThroughAndNoOthers(String field, String wanted, String places) {
        assertThat(places(filter(field, wanted, "asc"))).isEqualTo(places);
    }

    @Test
    void aWholeStreamIsKnownByItsName() {
        assertThat(places(filter("aggregateId", tenant.value() + "/channel/n1", "asc")))
                .isEqualTo("3");
    }

    @Test
    void withoutAnOrderTheNewestComesFirst() {
        assertThat(places(ALL)).isEqualTo("3210");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void pagesHaveEveryEventOnceBothWays(int limit) {
        for (EventFilter filter : List.of(ALL, filter("order", "asc", "asc"))) {
            assertThat(Pages.all(limit, paging -> queries.find(tenant, filter, paging)))
                    .isEqualTo(queries.find(tenant, filter, Paging.first(200)).items());
        }
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        TenantId other = TestDatabase.newTenant();
        String id =
                queries.find(tenant, ALL, Paging.first(1)).items().getFirst().id();

        assertThat(queries.find(other, ALL, Paging.first(1)).items()).isEmpty();
        assertThat(Refusals.code(() -> queries.one(other, id))).isEqualTo("not-found");
        assertThat(Refusals.code(() -> queries.causation(other, id))).isEqualTo("not-found");
    }

    @Test
    void anEventIsKnownByItsIdAndByItsPosition() {
        EventView newest = queries.find(tenant, ALL, Paging.first(1)).items().getFirst();

        assertThat(queries.one(tenant, newest.id())).isEqualTo(newest);
        assertThat(queries.one(tenant, Long.toString(newest.position()))).isEqualTo(newest);
        assertThat(newest.hash()).isEqualTo("ab".repeat(32));
        assertThat(newest.aggregateId()).isEqualTo("n1");
    }

    @Test
    void whatOneRequestLedToIsOneTree() {
        Causation tree = queries.causation(tenant, "w1");

        assertThat(tree.kind()).isEqualTo("webhook");
        assertThat(tree.children().stream().flatMap(command -> command.children().stream()))
                .extracting(Causation::type)
                .containsExactly("webhook.DeliveryReceived", "conversation.MessageReceived");
    }

    @Test
    void whatCameOfSomethingDoneOutsideIsAnEffectByTheWordOfItsFeature() {
        events.add("conversation.SendingStarted", "conversation/" + CONVERSATION, actor("system", null, "s1"));
        events.add("conversation.MessageAccepted", "conversation/" + CONVERSATION, actor("provider", null, "s1"));

        assertThat(queries.causation(tenant, "s1").children().stream().flatMap(one -> one.children().stream()))
                .extracting(Causation::kind)
                .containsExactly("event", "effect");
    }

    @Test
    void withTheEventsElsewhereThereIsNothingToTell() {
        ChainReads elsewhere = new ChainReads(TestDatabase.reads(), "axonserver");

        assertThat(Refusals.code(() -> elsewhere.state(tenant))).isEqualTo("hash-chain-off");
    }

    private String places(EventFilter filter) {
        StringBuilder places = new StringBuilder();
        queries.find(tenant, filter, Paging.first(10))
                .items()
                .forEach(event -> places.append(
                        event.recordedAt().getEpochSecond() - Events.at(0).getEpochSecond()));
        return places.toString();
    }

    private static EventFilter filter(String field, String wanted, String order) {
        return new EventFilter(
                only("feature", field, wanted),
                only("aggregateId", field, wanted),
                only("type", field, wanted),
                only("actor", field, wanted),
                only("correlationId", field, wanted),
                only("from", field, wanted),
                only("to", field, wanted),
                order);
    }

    private static @Nullable String only(String name, String field, String wanted) {
        return name.equals(field) ? wanted : null;
    }

    private static Map<String, String> actor(String type, @Nullable String id, String correlation) {
        return id == null
                ? Map.of("actorType", type, "correlationId", correlation)
                : Map.of("actorType", type, "actorId", id, "correlationId", correlation);
    }
}
