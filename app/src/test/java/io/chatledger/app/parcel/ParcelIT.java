package io.chatledger.app.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Rebuilding;
import io.chatledger.kernel.Features;
import io.chatledger.kernel.message.EventRegistry.Named;
import io.chatledger.kernel.parcel.ParcelEvent.ParcelSent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * A feature whose parts lie where those of any feature lie, in packages and folders of its own: the house finds its
 * calls, event, row, page, texts, figures and difference, with nothing of it written in a file of others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParcelIT {

    private static final String COUNTED = "select t::text from metric_view t order by tenant_id, id";
    private static final String ROWS = "select t::text from parcel_view t order by tenant_id, id";

    private final ParcelShop shop = new ParcelShop();

    @AfterAll
    void end() {
        shop.close();
    }

    @Test
    void itsEventIsKnownByItsNameAndStoredUnderIt() {
        assertThat(shop.application.bean(Features.class).registry().nameOf(ParcelSent.class))
                .isEqualTo(new Named("parcel.ParcelSent", 1));
        assertThat(shop.events())
                .containsExactly("parcel.ParcelSent", "parcel.ParcelRegistered", "parcel.ParcelDelivered");
    }

    @Test
    void itsProblemIsAnsweredAndExplained() {
        shop.owner().post(ParcelShop.PARCELS + "/" + shop.parcel + "/deliver").refusedWith(409, "parcel-delivered");
        assertThat(shop.described("/{id}/deliver")
                        .at("/responses/409/x-codes/parcel-delivered")
                        .asString())
                .contains("has the parcel already");
    }

    @Test
    void itsCallsAreDescribedWithAnExampleAndWhoMay() {
        JsonNode call = shop.described("");
        assertThat(call.path("summary").asString()).isEqualTo("Sends a parcel to a customer");
        assertThat(call.at("/requestBody/content/application~1json/example/content")
                        .asString())
                .isEqualTo("Champú");
        assertThat(call.at("/responses/201/content/application~1json/example/status")
                        .asString())
                .isEqualTo("sent");
        assertThat(call.toString()).contains("parcels.write");
    }

    @Test
    void itsRowIsWrittenAndTheSameOnceMadeAgain() {
        List<String> live = shop.application.ask(ROWS);
        assertThat(live).hasSize(1).first().asString().contains("Champú", "delivered");
        List<String> counted = shop.application.ask(COUNTED);

        Rebuilding.one(shop.application.admin(), "parcel");
        Rebuilding.one(shop.application.admin(), "metric");
        assertThat(shop.application.ask(ROWS)).isEqualTo(live);
        assertThat(shop.application.ask(COUNTED)).isEqualTo(counted);
    }

    @Test
    void itsPageIsLedToAndSpeaksBothLanguages() {
        assertThat(shop.page("es", "/panel")).contains("href=\"/panel/parcels\"", "Paquetes", "id=\"i-parcel\"");
        assertThat(shop.page("es", "/panel/parcels")).contains("Champú", "Entregado", "Lo que va camino", shop.code());
        assertThat(shop.page("en", "/panel/parcels")).contains("Champú", "Delivered", "What is on its way");
    }

    @Test
    void itsPageBringsAScriptAndAStyleWithTheirTexts() {
        assertThat(shop.page("en", "/panel/parcels"))
                .contains("/panel/assets/parcel/parcel.js", "/panel/assets/parcel/parcel.css", "Parcels on their way");
        assertThat(shop.page("en", "/panel")).doesNotContain("assets/parcel/");
        assertThat(shop.page("en", "/panel/assets/parcel/parcel.js")).contains("parcels.on-their-way");
    }

    @Test
    void itsPageHasAPast() {
        assertThat(shop.page("en", "/panel/parcels?asOf=" + shop.between)).contains("On its way");
        assertThat(shop.page("en", "/panel/parcels?asOf=" + shop.before))
                .contains("class=\"past\"")
                .doesNotContain("Champú");
    }

    @Test
    void theHistoryNamesItsEventsAndLeadsToItsPage() {
        assertThat(shop.page("es", "/panel/audit?feature=parcel")).contains("Paquete enviado", "Paquete entregado");
        String event = shop.owner()
                .get("/api/v1/audit/events?type=parcel.ParcelSent")
                .items()
                .getFirst()
                .get("id")
                .asString();
        assertThat(shop.page("es", "/panel/audit/events/" + event)).contains("/panel/parcels");
    }

    @Test
    void itsDifferenceIsTold() {
        JsonNode changed = shop.owner()
                .get("/api/v1/audit/diff?feature=parcel&from=" + shop.between + "&to=" + Instant.now())
                .items()
                .getFirst();

        assertThat(changed.get("id").asString()).isEqualTo(shop.parcel);
        assertThat(changed.get("change").asString()).isEqualTo("changed");
        assertThat(changed.get("fields").toString()).contains("state", "sent", "delivered");
    }

    @Test
    void whatItCountsIsAnsweredWithItsEventsAndItsPast() {
        ParcelFigures figures = new ParcelFigures(shop.business);
        figures.areDeclaredAndCounted();
        figures.openTheirEvents();
        figures.areOnThePageInBothLanguages();
        figures.haveAPast(shop.before, shop.between);
    }

    @Test
    void whatItDoesOutsideIsInTheLedger() {
        JsonNode effect = shop.owner().get("/api/v1/audit/side-effects").items().getFirst();

        assertThat(effect.get("kind").asString()).isEqualTo("parcel");
        assertThat(effect.get("key").asString()).isEqualTo(shop.parcel);
        assertThat(effect.get("outcome").asString()).isEqualTo("accepted");
    }

    @Test
    void whatBelongsToAPersonIsHandedOverToThem() {
        String export = "/api/v1/contacts/" + shop.contact + "/export?format=";
        assertThat(shop.owner().get(export + "json").json().get("parcels").toString())
                .contains("Champú");
        assertThat(shop.page("es", export + "html")).contains("<h2>Paquetes</h2>", "Champú");
    }
}
