package io.chatledger.projection;

import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The projections, which are found by their type in the packages below, and how they reach their tables. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Projection.class))
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
    Projections projections(List<Projection<?, ?>> all) {
        return new Projections(all);
    }
}
