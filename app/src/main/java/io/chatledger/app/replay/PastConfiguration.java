package io.chatledger.app.replay;

import io.chatledger.app.Roles.QueryRole;
import io.chatledger.projection.ProjectionConfiguration;
import io.chatledger.projection.asof.AsOfConfiguration;
import io.chatledger.projection.asof.AsOfRows;
import io.chatledger.projection.asof.AsOfViews;
import io.chatledger.projection.asof.EventEffects;
import io.chatledger.projection.asof.SideEffects;
import io.chatledger.query.audit.RowsAround;
import io.chatledger.query.replay.Replays;
import io.chatledger.query.replay.SideEffectLedger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Whoever answers makes the views of the past itself, whether it keeps those of the present up to date or not. */
@Configuration(proxyBeanMethods = false)
@Conditional(QueryRole.class)
@Import({ProjectionConfiguration.class, AsOfConfiguration.class})
class PastConfiguration {

    @Bean
    Replays replays(AsOfViews views, ObjectProvider<AsOfRows> rows) {
        return new MadeReplays(views, rows.getIfAvailable());
    }

    @Bean
    RowsAround rowsAround(EventEffects effects) {
        return new FoldedRows(effects);
    }

    @Bean
    SideEffectLedger sideEffectLedger(SideEffects effects) {
        return new EventedLedger(effects);
    }
}
