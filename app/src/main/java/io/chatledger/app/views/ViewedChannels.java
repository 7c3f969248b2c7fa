package io.chatledger.app.views;

import io.chatledger.app.Roles.CommandRole;
import io.chatledger.command.TenantChannels;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The channels of a tenant, from the view of them. */
@Component
@Conditional(CommandRole.class)
class ViewedChannels implements TenantChannels {

    private final JdbcClient jdbc;

    ViewedChannels(@Qualifier("projectionDataSource") DataSource views) {
        this.jdbc = JdbcClient.create(views);
    }

    @Override
    public List<ChannelId> of(TenantId tenant) {
        return jdbc.sql("select id from channel_view where tenant_id = ? order by id")
                .param(tenant.value())
                .query((row, n) -> ChannelId.of(tenant, UUID.fromString(row.getString(1))))
                .list();
    }
}
