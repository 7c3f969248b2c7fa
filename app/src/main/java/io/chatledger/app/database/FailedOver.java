package io.chatledger.app.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * A server that has become read-only is a former primary: its connections are thrown away, so that the next one finds
 * the new primary (with {@code targetServerType=primary} in the URL).
 */
public final class FailedOver implements SQLExceptionOverride {

    private static final String READ_ONLY_TRANSACTION = "25006";

    @java.lang.Override // the interface has an Override of its own
    public Override adjudicate(SQLException failure) {
        return READ_ONLY_TRANSACTION.equals(failure.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
