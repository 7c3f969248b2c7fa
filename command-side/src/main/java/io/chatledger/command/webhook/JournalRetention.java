package io.chatledger.command.webhook;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.chatledger.command.RetentionRules;
import io.chatledger.command.RetentionRules.Rule;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes raw bodies that are older than a tenant that they concern wants to keep them; where they concern several, the
 * first that wants them gone decides. The row stays, so that the same body is known when it comes again.
 */
@Component
class JournalRetention {

    static final String TASK = "journal-retention";

    private static final Logger LOG = LoggerFactory.getLogger(JournalRetention.class);
    private static final int AT_ONCE = 500;
    private static final int MOST_PORTIONS = 200;

    private static final String REMOVE = """
            with old as (
              select id from webhook_journal
              where received_at < :before and state = 'done' and octet_length(body) > 0 and WHOSE
              limit LIMIT for update skip locked)
            update webhook_journal j set body = '', sealed = true, blacken_later = null from old where j.id = old.id
            """.replace("LIMIT", Integer.toString(AT_ONCE));

    private static final String OF_THEM = "tenants && cast(:tenants as text[])";
    private static final String OF_ANY_OTHER =
            "(tenants is null or tenants = '{}' or not tenants <@ cast(:tenants as text[]))";

    private final RetentionRules rules;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    JournalRetention(RetentionRules rules, @Qualifier("storeDataSource") DataSource store, InstantSource clock) {
        this.rules = rules;
        this.jdbc = JdbcClient.create(store);
        this.clock = clock;
    }

    RecurringTask<Void> task() {
        return Tasks.recurring(TASK, FixedDelay.ofHours(1)).execute((instance, context) -> run());
    }

    void run() {
        List<Rule> all = rules.all();
        Map<Integer, List<Rule>> byDays =
                all.stream().collect(Collectors.groupingBy(Rule::journalBodiesDays, TreeMap::new, Collectors.toList()));
        int removed = remove(RetentionRules.USUAL_JOURNAL_BODIES_DAYS, OF_ANY_OTHER, all);
        for (Map.Entry<Integer, List<Rule>> same : byDays.entrySet()) {
            removed += remove(same.getKey(), OF_THEM, same.getValue());
        }
        if (removed > 0) {
            LOG.info("{} raw webhook bodies were removed as retention has it", removed);
        }
    }

    private int remove(int days, String whose, List<Rule> rules) {
        int removed = 0;
        for (int portion = 0; portion < MOST_PORTIONS; portion++) {
            int some = jdbc.sql(REMOVE.replace("WHOSE", whose))
                    .param("before", Timestamp.from(clock.instant().minus(Duration.ofDays(days))))
                    .param(
                            "tenants",
                            rules.stream().map(rule -> rule.tenant().value()).toArray(String[]::new))
                    .update();
            removed += some;
            if (some < AT_ONCE) {
                break;
            }
        }
        return removed;
    }
}
