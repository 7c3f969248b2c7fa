package io.chatledger.command.contact;

import io.chatledger.command.PersonalTraces;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.tenant.TenantId;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What PostgreSQL's planner remembers of columns, which are names and words where nobody keeps it from it. Tables are
 * made so that it remembers none; this finds what somebody has changed since.
 */
@Component
class PlannerStatistics implements PersonalTraces {

    private final JdbcClient jdbc;

    PlannerStatistics(@Qualifier("storeDataSource") DataSource store) {
        this.jdbc = JdbcClient.create(store);
    }

    /** Answers 0, as whose values they were is not known. */
    @Override
    public int remove(TenantId tenant, Set<Identity> identities, long upToArrival) {
        jdbc.sql("select forget_statistics()").query(Integer.class).single();
        return 0;
    }
}
