package io.chatledger.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.TestCluster;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplayKeepingIT {

    private final Business business = Business.register();

    @Test
    void whatNobodyHasUsedForLongIsDropped() {
        String id = business.replayAsOf(Instant.now());
        assertThat(schemaIsThere(id)).isTrue();
        execute("update replay set expires_at = now() - interval '1 second' where id = '" + id + "'");

        assertThat(status(id)).isEqualTo("expired");
        in(id).get("/api/v1/channels").refusedWith(410, "replay-expired");
        awaitNoSchema(id);
    }

    @Test
    void useKeepsIt() {
        String id = business.replayAsOf(Instant.now());
        execute("update replay set expires_at = now() + interval '10 seconds' where id = '" + id + "'");
        in(id).get("/api/v1/channels").expecting(200);

        assertThat(Instant.parse(
                        business.owner().get("/api/v1/audit/replays/" + id).string("expiresAt")))
                .isAfter(Instant.now().plusSeconds(600));
    }

    @Test
    void whatACrashOfTheDatabaseHasEmptiedIsNotShown() {
        String id = business.replayAsOf(Instant.now());
        execute("delete from replay_filled where id = '" + id + "'");

        in(id).get("/api/v1/channels").expecting(410);
        awaitNoSchema(id);
    }

    @Test
    void whatACrashedProcessWasMakingFailsAndIsSweptAway() {
        UUID id = UUID.randomUUID();
        execute("insert into replay (id, tenant_id, up_to_position, position, moment, asked, status, total, head, node,"
                + " created_at, heartbeat_at) values ('" + id + "', '" + business.id() + "', 1, 1, now(), true,"
                + " 'building', 10, 1, 'another', now() - interval '1 hour', now() - interval '1 hour')");
        execute("select as_of_create('" + id + "')");

        await().atMost(Duration.ofSeconds(30)).until(() -> status(id.toString()), "failed"::equals);
        awaitNoSchema(id.toString());
        in(id.toString()).get("/api/v1/channels").refusedWith(409, "replay-failed");
    }

    @Test
    void whatIsBeingMadeElsewhereHasToBeWaitedFor() {
        UUID id = UUID.randomUUID();
        execute("insert into replay (id, tenant_id, up_to_position, position, moment, asked, status, total, head, node)"
                + " values ('" + id + "', '" + business.id() + "', 1, 1, now(), true, 'building', 10, 1, 'another')");

        var refusal = in(id.toString()).get("/api/v1/channels").refusedWith(503, "replay-building");
        assertThat(refusal.header("Retry-After")).isEqualTo("1");
        assertThat(refusal.string("replay")).isEqualTo(id.toString());
        execute("delete from replay where id = '" + id + "'");
    }

    private Client in(String replay) {
        return business.owner().with("Replay", replay);
    }

    private String status(String id) {
        return business.owner().get("/api/v1/audit/replays/" + id).string("status");
    }

    private static void awaitNoSchema(String id) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !schemaIsThere(id));
    }

    private static boolean schemaIsThere(String id) {
        return RunningApplication.number(
                        "select count(*) from pg_namespace where nspname = ?", "as_of_" + id.replace("-", ""))
                == 1;
    }

    private static void execute(String sql) {
        try (Connection connection = TestCluster.owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
