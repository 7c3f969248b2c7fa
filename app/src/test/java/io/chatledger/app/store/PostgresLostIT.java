package io.chatledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.OwnApplication;
import io.chatledger.app.rig.TestCluster;
import io.chatledger.app.rig.Unique;
import io.chatledger.rig.FaultyWire;
import io.chatledger.rig.FaultyWire.Direction;
import io.chatledger.rig.FaultyWire.Link;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** PostgreSQL is lost as soon as it has answered an append: what is stored is not called failed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresLostIT {

    private final String direct = TestCluster.create(Unique.word());
    private final URI address = URI.create(direct.substring("jdbc:".length()));
    private final FaultyWire wire = new FaultyWire(address.getPort());
    private final OwnApplication application = new OwnApplication(
            direct.replace(":" + address.getPort() + "/", ":" + wire.port() + "/"),
            TestCluster.username(),
            TestCluster.password());

    PostgresLostIT() throws IOException {}

    @AfterEach
    void heal() {
        wire.tap((link, direction, chunk) -> true);
        wire.heal();
    }

    @AfterAll
    void close() throws IOException {
        heal();
        application.close();
        wire.close();
    }

    @Test
    void aCommandIsAnsweredWithItsPosition() {
        Business business = application.register();
        loseAfterAppending("RetentionSet");
        assertThat(business.owner()
                        .put("/api/v1/privacy/retention", Map.of("journalBodiesDays", 7))
                        .expecting(200)
                        .header("Event-Position"))
                .isNotEmpty();
    }

    @Test
    void whoeverSignsUpIsToldThatItMayHaveBeenDoneAndCanSignIn() {
        Map<String, Object> registration = Business.registration(Unique.word() + "@example.com");
        loseAfterAppending("TenantRegistered");
        application.stranger().post("/api/v1/auth/register", registration).refusedWith(503, "outcome-unknown");
        heal();
        application.stranger().signedIn(String.valueOf(registration.get("email")), Business.PASSWORD);
    }

    /** Once the append of such an event is answered, nothing is any more. */
    private void loseAfterAppending(String event) {
        Set<Link> appending = ConcurrentHashMap.newKeySet();
        wire.tap((link, direction, chunk) -> {
            if (direction == Direction.REQUEST && chunk.contains("insert into event") && chunk.contains(event)) {
                appending.add(link);
            } else if (direction == Direction.ANSWER && appending.remove(link)) {
                wire.tap((later, way, what) -> {
                    later.cut();
                    return false;
                });
            }
            return true;
        });
    }
}
