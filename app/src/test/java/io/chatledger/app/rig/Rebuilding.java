package io.chatledger.app.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Has read models made anew, as the super-admin does. */
public final class Rebuilding {

    public static final String PROJECTIONS = "/api/v1/admin/projections";

    private Rebuilding() {}

    /** All of them, one after the other. */
    public static void all() {
        all(RunningApplication.admin());
    }

    /** All that the application of that super-admin has. */
    public static void all(Client admin) {
        names(admin).forEach(name -> one(admin, name));
    }

    public static void one(Client admin, String name) {
        admin.post(PROJECTIONS + "/" + name + "/rebuild").expecting(202);
        awaitDone(admin, name);
    }

    public static void awaitDone(Client admin, String name) {
        String ended = await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> state(admin, name), state -> !state.equals("running"));
        assertThat(ended).as(name).isEqualTo("done");
    }

    public static List<String> names(Client admin) {
        return admin.get(PROJECTIONS).items().stream()
                .map(one -> one.get("name").asString())
                .toList();
    }

    /** What a projection says of itself. */
    public static JsonNode projection(Client admin, String name) {
        return admin.get(PROJECTIONS).items().stream()
                .filter(one -> one.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String state(Client admin, String name) {
        return projection(admin, name).get("rebuild").path("state").asString("");
    }
}
