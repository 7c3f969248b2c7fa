package io.chatledger.command.contact;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.chatledger.command.RetentionRules;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Forgets those who have not been in touch for as long as their tenant wants to keep them. */
@Component
class ContactRetention {

    static final String TASK = "contact-retention";

    private static final Logger LOG = LoggerFactory.getLogger(ContactRetention.class);
    private static final int AT_ONCE = 20;
    private static final int MOST_OF_A_TENANT = 500;

    private final RetentionRules rules;
    private final InactiveContacts inactive;
    private final Erasure erasure;
    private final InstantSource clock;

    ContactRetention(RetentionRules rules, InactiveContacts inactive, Erasure erasure, InstantSource clock) {
        this.rules = rules;
        this.inactive = inactive;
        this.erasure = erasure;
        this.clock = clock;
    }

    RecurringTask<Void> task() {
        return Tasks.recurring(TASK, FixedDelay.ofHours(1)).execute((instance, context) -> run());
    }

    void run() {
        int erased = 0;
        for (RetentionRules.Rule rule : rules.all()) {
            Integer days = rule.inactiveContactsDays();
            erased += days == null ? 0 : erase(rule.tenant(), days);
        }
        if (erased > 0) {
            LOG.info("{} contacts were erased as retention has it", erased);
        }
    }

    /** In small portions, looked up anew: whoever writes meanwhile stays. What is left is for the next time. */
    private int erase(TenantId tenant, int days) {
        int erased = 0;
        while (erased < MOST_OF_A_TENANT) {
            List<ContactId> portion = inactive.since(tenant, clock.instant().minus(Duration.ofDays(days)), AT_ONCE);
            for (ContactId contact : portion) {
                erasure.carryOut(
                        contact, "retention: no message for " + days + " days", Origin.of(tenant, Actor.SYSTEM));
            }
            erased += portion.size();
            if (portion.size() < AT_ONCE) {
                break;
            }
        }
        return erased;
    }
}
