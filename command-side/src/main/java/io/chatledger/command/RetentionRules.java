package io.chatledger.command;

import io.chatledger.kernel.tenant.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long tenants keep what they have of customers, by their own decision. */
public interface RetentionRules {

    /** What holds for raw webhook bodies where a tenant has decided nothing. */
    int USUAL_JOURNAL_BODIES_DAYS = 90;

    /** Of those tenants that have decided anything. */
    List<Rule> all();

    /** @param inactiveContactsDays null for never */
    record Rule(
            TenantId tenant,
            int journalBodiesDays,
            @Nullable Integer inactiveContactsDays) {}
}
