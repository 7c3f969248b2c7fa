package io.chatledger.app.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.OwnApplication;
import io.chatledger.app.rig.Rebuilding;
import io.chatledger.app.rig.TestCluster;
import io.chatledger.app.rig.Unique;
import io.chatledger.kernel.Features;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.EventRegistry.Named;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.parcel.ParcelEvent;
import io.chatledger.kernel.parcel.ParcelEvent.ParcelDelivered;
import io.chatledger.kernel.parcel.ParcelEvent.ParcelSent;
import io.chatledger.kernel.parcel.ParcelId;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * A feature whose parts lie where those of any feature lie, in packages and folders of its own: the house finds its event,
 * row, page, texts, figures and difference, with nothing of it written in a file of others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParcelIT {

    private static final String COUNTED = "select t::text from metric_view t order by tenant_id, id";
    private static final String ROWS = "select t::text from parcel_view t order by tenant_id, id";

    private final OwnApplication application = new OwnApplication(
            withTable(TestCluster.create(Unique.word())),
            TestCluster.username(),
            TestCluster.password(),
            "--spring.profiles.active=parcel");
    private final Business business = application.register();
    private final TenantId tenant = new TenantId(business.id());
    private final ParcelId parcel = ParcelId.of(tenant, UUID.randomUUID());

    private String contact = "";
    private Instant before = Instant.EPOCH;
    private Instant between = Instant.EPOCH;

    @BeforeAll
    void aParcelIsSentAndDelivered() {
        Number number = Number.unconnected();
        business.owner().post("/api/v1/channels", Business.channel(number)).expecting(201);
        application.conversationWith(business, number, Unique.digits());
        contact = business.owner()
                .get("/api/v1/contacts")
                .items()
                .getFirst()
                .get("id")
                .asString();
        before = Instant.now();
        happened(0, new ParcelSent(parcel, ContactId.of(tenant, UUID.fromString(contact)), "Champú", before));
        between = Instant.now();
        happened(1, new ParcelDelivered(parcel, between));
        upToDate().get("/api/v1/channels").expecting(200);
    }

    @AfterAll
    void end() {
        application.close();
    }

    @Test
    void itsEventIsKnownByItsNameAndStoredUnderIt() {
        assertThat(application.bean(Features.class).registry().nameOf(ParcelSent.class))
                .isEqualTo(new Named("parcel.ParcelSent", 1));
        assertThat(application.ask(
                        "select name from event where aggregate_id = '" + parcel.value() + "' order by sequence"))
                .containsExactly("parcel.ParcelSent", "parcel.ParcelDelivered");
    }

    @Test
    void itsRowIsWrittenAndTheSameOnceMadeAgain() {
        List<String> live = application.ask(ROWS);
        assertThat(live).hasSize(1).first().asString().contains("Champú", "delivered");
        List<String> counted = application.ask(COUNTED);

        Rebuilding.one(application.admin(), "parcel");
        Rebuilding.one(application.admin(), "metric");
        assertThat(application.ask(ROWS)).isEqualTo(live);
        assertThat(application.ask(COUNTED)).isEqualTo(counted);
    }

    @Test
    void itsPageIsLedToAndSpeaksBothLanguages() {
        assertThat(page("es", "/panel").text()).contains("href=\"/panel/parcels\"", "Paquetes", "id=\"i-parcel\"");
        assertThat(page("es", "/panel/parcels").text()).contains("Champú", "Entregado", "Lo que va camino");
        assertThat(page("en", "/panel/parcels").text()).contains("Champú", "Delivered", "What is on its way");
    }

    @Test
    void itsPageHasAPast() {
        assertThat(page("en", "/panel/parcels?asOf=" + between).text()).contains("On its way");
        assertThat(page("en", "/panel/parcels?asOf=" + before).text())
                .contains("class=\"past\"")
                .doesNotContain("Champú");
    }

    @Test
    void theHistoryNamesItsEventsAndLeadsToItsPage() {
        assertThat(page("es", "/panel/audit?feature=parcel").text()).contains("Paquete enviado", "Paquete entregado");
        String event = business.owner()
                .get("/api/v1/audit/events?type=parcel.ParcelSent")
                .items()
                .getFirst()
                .get("id")
                .asString();
        assertThat(page("es", "/panel/audit/events/" + event).text()).contains("/panel/parcels");
    }

    @Test
    void itsDifferenceIsTold() {
        JsonNode changed = business.owner()
                .get("/api/v1/audit/diff?feature=parcel&from=" + between + "&to=" + Instant.now())
                .items()
                .getFirst();

        assertThat(changed.get("id").asString()).isEqualTo(parcel.key());
        assertThat(changed.get("change").asString()).isEqualTo("changed");
        assertThat(changed.get("fields").toString()).contains("state", "sent", "delivered");
    }

    @Test
    void whatItCountsIsAnsweredWithItsEventsAndItsPast() {
        ParcelFigures figures = new ParcelFigures(business);
        figures.areDeclaredAndCounted();
        figures.openTheirEvents();
        figures.areOnThePageInBothLanguages();
        figures.haveAPast(before, between);
    }

    @Test
    void whatItDoesOutsideIsInTheLedger() {
        JsonNode effect =
                business.owner().get("/api/v1/audit/side-effects").items().getFirst();

        assertThat(effect.get("kind").asString()).isEqualTo("parcel");
        assertThat(effect.get("key").asString()).isEqualTo(parcel.key());
        assertThat(effect.get("outcome").asString()).isEqualTo("accepted");
    }

    @Test
    void whatBelongsToAPersonIsHandedOverToThem() {
        String export = "/api/v1/contacts/" + contact + "/export?format=";
        assertThat(business.owner().get(export + "json").json().get("parcels").toString())
                .contains("Champú");
        assertThat(page("es", export + "html").text()).contains("<h2>Paquetes</h2>", "Champú");
    }

    /** A migration is found by its folder; this one lies apart, since all tests have one class path. */
    private static String withTable(String url) {
        Flyway.configure()
                .dataSource(url, TestCluster.username(), TestCluster.password())
                .locations("classpath:db/parcel")
                .table("parcel_migrations")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        return url;
    }

    private Answer page(String language, String path) {
        return business.owner().with("Accept-Language", language).get(path).expecting(200);
    }

    private Client upToDate() {
        return business.owner()
                .with("Wait-For-Position", Long.toString(application.number("select position from event_head")));
    }

    private void happened(int sequence, ParcelEvent event) {
        application
                .bean(EventStore.class)
                .publish(new GenericDomainEventMessage<>(
                        "Parcel",
                        parcel.value(),
                        sequence,
                        event,
                        Origin.of(tenant, Actor.SYSTEM).toMetaData()));
    }
}
