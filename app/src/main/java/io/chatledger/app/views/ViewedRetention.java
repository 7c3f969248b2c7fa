package io.chatledger.app.views;

import io.chatledger.app.Roles.CommandRole;
import io.chatledger.command.RetentionRules;
import io.chatledger.kernel.tenant.TenantId;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules of all tenants, from the view of them: none that somebody has just set waits long. */
@Component
@Conditional(CommandRole.class)
class ViewedRetention implements RetentionRules {

    private final JdbcClient jdbc;

    ViewedRetention(@Qualifier("projectionDataSource") DataSource views) {
        this.jdbc = JdbcClient.create(views);
    }

    @Override
    public List<Rule> all() {
        return jdbc.sql("select tenant_id, journal_bodies_days, inactive_contacts_days from retention_view"
                        + " order by tenant_id")
                .query((row, n) ->
                        new Rule(new TenantId(row.getString(1)), row.getInt(2), row.getObject(3, Integer.class)))
                .list();
    }
}
