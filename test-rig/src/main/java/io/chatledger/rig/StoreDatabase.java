package io.chatledger.rig;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database with the real tables, in the role of those who decide; one for all tests of this JVM. */
public final class StoreDatabase {

    private static final DataSource SHARED = start();

    private StoreDatabase() {}

    public static DataSource shared() {
        return SHARED;
    }

    private static DataSource start() {
        PGSimpleDataSource store = TestPostgres.create();
        store.setOptions("-c role=chatledger_store");
        return store;
    }
}
