package io.chatledger.rig;

/** The tables that projections write, as the database knows them. */
public final class ReadModelTables {

    /** Asks for their names. */
    public static final String NAMES = "select tablename::text from pg_tables where schemaname = 'public'"
            + " and tablename like '%\\_view' order by tablename";

    private ReadModelTables() {}
}
