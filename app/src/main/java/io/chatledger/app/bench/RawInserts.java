package io.chatledger.app.bench;

import io.chatledger.app.postgres.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What PostgreSQL does by itself: single rows, one commit each, over as many connections as there are clients. */
final class RawInserts {

    private RawInserts() {}

    static double perSecond(EmbeddedDatabase database, int clients, long millis) throws Exception {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists raw_insert");
            statement.execute(
                    "create table raw_insert (id bigint generated always as identity primary key, key text, body json)");
        }
        AtomicLong inserted = new AtomicLong();
        long end = System.nanoTime() + millis * 1_000_000;
        Thread[] threads = new Thread[clients];
        for (int i = 0; i < clients; i++) {
            threads[i] = Thread.ofPlatform().start(() -> insert(database, end, inserted));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return inserted.get() * 1000.0 / millis;
    }

    private static void insert(EmbeddedDatabase database, long end, AtomicLong inserted) {
        try (Connection connection = open(database);
                PreparedStatement statement =
                        connection.prepareStatement("insert into raw_insert (key, body) values (?, ?::json)")) {
            while (System.nanoTime() < end) {
                statement.setString(1, UUID.randomUUID().toString());
                statement.setString(2, "{\"text\":\"" + "x".repeat(400) + "\"}");
                statement.executeUpdate();
                inserted.incrementAndGet();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static Connection open(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
