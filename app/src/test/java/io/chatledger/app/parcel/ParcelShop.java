package io.chatledger.app.parcel;

import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.OwnApplication;
import io.chatledger.app.rig.TestCluster;
import io.chatledger.app.rig.Unique;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.Flyway;
import tools.jackson.databind.JsonNode;

/** A business in an application that has parcels; one was sent to its only customer, and has come. */
final class ParcelShop implements AutoCloseable {

    static final String PARCELS = "/api/v1/parcels";

    final OwnApplication application = new OwnApplication(
            withTable(TestCluster.create(Unique.word())),
            TestCluster.username(),
            TestCluster.password(),
            "--spring.profiles.active=parcel");
    final String contact;
    final String parcel;
    final Instant before;
    final Instant between;

    final Business business = application.register();

    ParcelShop() {
        Number number = Number.unconnected();
        owner().post("/api/v1/channels", Business.channel(number)).expecting(201);
        application.conversationWith(business, number, Unique.digits());
        contact = owner().get("/api/v1/contacts").items().getFirst().get("id").asString();
        before = Instant.now();
        parcel = owner().post(PARCELS, Map.of("contactId", contact, "content", "Champú"))
                .expecting(201)
                .string("id");
        await().atMost(Duration.ofSeconds(20)).until(() -> events().contains("parcel.ParcelRegistered"));
        between = Instant.now();
        owner().post(PARCELS + "/" + parcel + "/deliver").expecting(200);
        owner().with("Wait-For-Position", Long.toString(application.number("select position from event_head")))
                .get("/api/v1/channels")
                .expecting(200);
    }

    Client owner() {
        return business.owner();
    }

    /** Their names in the store. */
    List<String> events() {
        return application.ask("select name from event where aggregate_id = '" + business.id() + "/parcel/" + parcel
                + "' order by sequence");
    }

    String page(String language, String path) {
        Answer page = owner().with("Accept-Language", language).get(path);
        return page.expecting(200).text();
    }

    /** What the document of the API says of a call on parcels. */
    JsonNode described(String more) {
        JsonNode document =
                application.stranger().get("/v3/api-docs").expecting(200).json();
        return document.path("paths").path(PARCELS + more).path("post");
    }

    /** As the carrier writes it on the parcel. */
    String code() {
        return "CL-" + parcel.substring(0, 8).toUpperCase(Locale.ROOT);
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

    @Override
    public void close() {
        application.close();
    }
}
