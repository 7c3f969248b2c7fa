package io.chatledger.projection;

import io.chatledger.projection.access.PersonalDataReadProjection;
import io.chatledger.projection.channel.ChannelProjection;
import io.chatledger.projection.contact.ContactProjection;
import io.chatledger.projection.conversation.ConversationProjection;
import io.chatledger.projection.conversation.MessageProjection;
import io.chatledger.projection.conversation.MessageStatusProjection;
import io.chatledger.projection.report.MetricProjection;
import io.chatledger.projection.tenant.RetentionProjection;
import io.chatledger.projection.tenant.TenantProjection;
import io.chatledger.projection.webhook.JournalProjection;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The projections, and how they reach their tables. */
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {

    /** Takes part in the transactions of {@code projectionTransactions}. */
    @Bean
    DSLContext projectionDsl(@Qualifier("projectionDataSource") DataSource dataSource) {
        return DSL.using(
                new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(dataSource)),
                SQLDialect.POSTGRES,
                new Settings().withExecuteLogging(false));
    }

    @Bean
    Projections projections(@Qualifier("projectionDsl") DSLContext dsl) {
        return new Projections(
                List.of(
                        new ChannelProjection(),
                        new ContactProjection(),
                        new ConversationProjection(),
                        new MessageProjection(),
                        new MessageStatusProjection(),
                        new JournalProjection(),
                        new RetentionProjection(),
                        new PersonalDataReadProjection(),
                        new TenantProjection(),
                        new MetricProjection()),
                dsl);
    }
}
