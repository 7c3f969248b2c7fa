package io.chatledger.app.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a business sees that is counted of its one parcel, which was sent and then delivered. */
record ParcelFigures(Business business) {

    private static final String METRICS = "/api/v1/metrics";
    private static final String COUNT = METRICS + "/parcels";
    private static final String TIME = METRICS + "/parcel-delivery-time";

    /** All that is answered, by now or by a moment that the last part of each question says. */
    List<String> all(String moment) {
        return Stream.of(
                        COUNT + "?by=total&dimension=stage",
                        TIME + "?by=total",
                        COUNT + "/events?limit=9",
                        TIME + "/events?limit=9")
                .map(question -> owner().get(question + moment).expecting(200).text())
                .toList();
    }

    void areDeclaredAndCounted() {
        assertThat(owner().get(METRICS).items())
                .filteredOn(one -> one.get("name").asString().startsWith("parcel"))
                .extracting(one -> one.get("name").asString() + one.get("dimensions"))
                .containsExactly("parcels[\"stage\"]", "parcel-delivery-time[]");
        owner().get(COUNT + "?who=human").refusedWith(400, "invalid-request");
        assertThat(owner().get(COUNT + "?by=total&dimension=stage").items())
                .extracting(one -> one.get("stage").asString() + one.get("value"))
                .containsExactly("delivered1", "sent1");
        JsonNode time = owner().get(TIME + "?by=total").items().getFirst();
        assertThat(time.get("value").longValue())
                .isPositive()
                .isEqualTo(time.get("median").longValue())
                .isEqualTo(time.get("p90").longValue());
    }

    void openTheirEvents() {
        JsonNode sent = owner().all(COUNT + "/events?stage=sent").getFirst();
        JsonNode ended = owner().all(TIME + "/events").getFirst();

        assertThat(sent.has("channel") || sent.has("conversationId")).isFalse();
        assertThat(type(sent, "event")).isEqualTo("parcel.ParcelSent");
        assertThat(type(ended, "event")).isEqualTo("parcel.ParcelDelivered");
        assertThat(type(ended, "sinceEvent")).isEqualTo("parcel.ParcelSent");
    }

    void areOnThePageInBothLanguages() {
        areOnThePage("es", "Paquetes enviados y entregados", "Tiempo de entrega", "Enviados");
        areOnThePage("en", "Parcels sent and delivered", "Delivery time", "Sent");
    }

    private void areOnThePage(String language, String count, String time, String stage) {
        String page = page(language, "/panel/metrics");
        assertThat(page)
                .contains("data-metric=\"parcels.1\"", count, time, stage)
                .doesNotContain("??");

        String counted = page(language, "/panel/metrics/parcels?version=1&stage=sent");
        assertThat(counted)
                .contains(count, "<span class=\"tag\">" + stage, "href=\"/panel/audit/events/")
                .doesNotContain("??", "/panel/conversations/");
        assertThat(counted.split("counted-line", -1)).hasSize(2);
    }

    void haveAPast(Instant before, Instant between) {
        assertThat(total(COUNT, before)).isZero();
        assertThat(total(COUNT, between)).isEqualTo(1);
        assertThat(total(TIME, between)).isZero();
        assertThat(total(TIME, Instant.now())).isEqualTo(1);
        assertThat(all("&asOf=" + Instant.now())).isEqualTo(all(""));
    }

    private long total(String metric, Instant moment) {
        return owner().get(metric + "?by=total&asOf=" + moment)
                .items()
                .getFirst()
                .get("count")
                .longValue();
    }

    private String type(JsonNode counted, String field) {
        return owner().get(counted.get(field).asString()).expecting(200).string("type");
    }

    private String page(String language, String path) {
        return owner().with("Accept-Language", language)
                .get(path)
                .expecting(200)
                .text();
    }

    private Client owner() {
        return business.owner();
    }
}
