package io.chatledger.projection.live;

import io.chatledger.projection.Projection;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The advisory lock of whoever makes a projection's rows again, or takes them to another lane: one at a time, anywhere. */
public record RebuildKey(String projection) {

    public static RebuildKey of(Projection<?, ?> projection) {
        return new RebuildKey(projection.name());
    }

    /** @return whether the connection has it now, until it is closed or lets go */
    public boolean tryTake(DSLContext connection) {
        return call("pg_try_advisory_lock", connection);
    }

    /** Before the connection goes back to its pool. */
    public void letGo(DSLContext connection) {
        call("pg_advisory_unlock", connection);
    }

    /** @return whether the transaction has it now, until it ends */
    boolean tryUntilEnd(DSLContext transaction) {
        return call("pg_try_advisory_xact_lock", transaction);
    }

    private boolean call(String function, DSLContext dsl) {
        return Boolean.TRUE.equals(
                dsl.fetchValue("select " + function + "(hashtext('rebuild'), hashtext({0}))", DSL.val(projection)));
    }
}
