package io.chatledger.projection.live;

import io.chatledger.projection.Projections;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Live execution of the projections. */
@Configuration(proxyBeanMethods = false)
public class LiveConfiguration {

    @Bean
    LiveFold liveFold(Projections projections, @Qualifier("projectionDsl") DSLContext dsl) {
        return new LiveFold(projections, dsl);
    }
}
