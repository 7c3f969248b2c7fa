package io.chatledger.app;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** Brings in what this process is to do. */
@Configuration(proxyBeanMethods = false)
class Sides {

    /** The clock of the edges: PostgreSQL keeps microseconds, so that is what there is. */
    @Bean
    InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    /** Secrets are needed on every side, to check access tokens. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan("io.chatledger.command.secret")
    static class Secrets {}

    @Configuration(proxyBeanMethods = false)
    @Conditional(Roles.CommandRole.class)
    @ComponentScan(
            basePackages = "io.chatledger.command",
            excludeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.chatledger\\.command\\.secret\\..*"))
    static class CommandSide {}

    @Configuration(proxyBeanMethods = false)
    @Conditional(Roles.ProjectionRole.class)
    @ComponentScan("io.chatledger.projection")
    static class ProjectionSide {}

    @Configuration(proxyBeanMethods = false)
    @Conditional(Roles.QueryRole.class)
    @ComponentScan("io.chatledger.query")
    static class QuerySide {}

    /** Wherever it is switched on, as its classes ask themselves. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan("io.chatledger.sandbox")
    static class Sandbox {}
}
