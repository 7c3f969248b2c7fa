package io.chatledger.app.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether each of the pools has a connection that works. */
@Component("dbHealthIndicator")
class DatabaseHealth implements HealthIndicator {

    private static final int VALID_SECONDS = 5;

    private final Map<String, DataSource> pools;

    DatabaseHealth(Map<String, DataSource> pools) {
        this.pools = Map.copyOf(pools);
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        pools.forEach((name, pool) -> {
            boolean valid = isValid(pool);
            health.withDetail(name, valid ? "working" : "no connection");
            if (!valid) {
                health.down();
            }
        });
        return health.build();
    }

    private static boolean isValid(DataSource pool) {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(VALID_SECONDS);
        } catch (SQLException unreachable) {
            return false;
        }
    }
}
