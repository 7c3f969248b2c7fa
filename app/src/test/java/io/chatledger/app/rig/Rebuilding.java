package io.chatledger.app.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Has read models made anew, as the super-admin does. */
public final class Rebuilding {

    private static final String PROJECTIONS = "/api/v1/admin/projections";

    private Rebuilding() {}

    /** All of them, one after the other. */
    public static void all() {
        Client admin = RunningApplication.admin();
        List<String> names = admin.get(PROJECTIONS).items().stream()
                .map(one -> one.get("name").asString())
                .toList();
        names.forEach(name -> one(admin, name));
    }

    private static void one(Client admin, String name) {
        admin.post(PROJECTIONS + "/" + name + "/rebuild").expecting(202);
        JsonNode ended = await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> projection(admin, name),
                        one -> !one.get("status").asString().equals("rebuilding"));
        assertThat(ended.get("rebuild").get("state").asString()).isEqualTo("done");
    }

    private static JsonNode projection(Client admin, String name) {
        return admin.get(PROJECTIONS).items().stream()
                .filter(one -> one.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
