package io.chatledger.lab.bench;

import io.chatledger.operations.postgres.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** What PostgreSQL does by itself: single rows, one commit each, over as many connections as there are clients. */
final class RawInserts {

    /** Makes a row as big as an event's. */
    private static final String BODY = "{\"text\":\"" + "x".repeat(600) + "\"}";

    private RawInserts() {}

    static double perSecond(EmbeddedDatabase database, int clients, long millis) throws Exception {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists raw_insert");
            statement.execute(
                    "create table raw_insert (id bigint generated always as identity primary key, key text, body json)");
        }
        AtomicLong inserted = new AtomicLong();
        CountDownLatch connected = new CountDownLatch(clients);
        Thread[] threads = new Thread[clients];
        for (int i = 0; i < clients; i++) {
            threads[i] = Thread.ofPlatform().start(() -> insert(database, connected, millis, inserted));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return inserted.get() * 1000.0 / millis;
    }

    /** Time runs from when all are connected. */
    private static void insert(EmbeddedDatabase database, CountDownLatch connected, long millis, AtomicLong inserted) {
        try (Connection connection = open(database);
                PreparedStatement statement =
                        connection.prepareStatement("insert into raw_insert (key, body) values (?, ?::json)")) {
            connected.countDown();
            connected.await();
            long end = System.nanoTime() + millis * 1_000_000;
            while (System.nanoTime() < end) {
                statement.setString(1, UUID.randomUUID().toString());
                statement.setString(2, BODY);
                statement.executeUpdate();
                inserted.incrementAndGet();
            }
        } catch (SQLException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static Connection open(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
