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

    private static final String SESSIONS = "io.chatledger.command.account.session";

    /** The clock of the edges: PostgreSQL keeps microseconds, so that is what there is. */
    @Bean
    InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    /** Keys and who is signed in are needed on every side. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"io.chatledger.vault", SESSIONS})
    static class Keys {}

    @Configuration(proxyBeanMethods = false)
    @Conditional(Roles.CommandRole.class)
    @ComponentScan(
            basePackages = "io.chatledger.command",
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = SESSIONS + "\\..*"))
    static class CommandSide {}

    @Configuration(proxyBeanMethods = false)
    @Conditional(Roles.ProjectionRole.class)
    @ComponentScan({"io.chatledger.projection", "io.chatledger.operations.projection", "io.chatledger.operations.notary"
    })
    static class ProjectionSide {}

    @Configuration(proxyBeanMethods = false)
    @Conditional(Roles.QueryRole.class)
    @ComponentScan("io.chatledger.query")
    static class QuerySide {}

    /** Whoever decides keeps backups of what was decided. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(Roles.CommandRole.class)
    @ComponentScan("io.chatledger.operations.backup")
    static class Backups {}

    /** Operators may ask any process; what only another one can do, it says. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan({
        "io.chatledger.operations.audit",
        "io.chatledger.operations.deadletter",
        "io.chatledger.operations.key"
    })
    static class OperatorsCalls {}

    /** HTTP is spoken by every process. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan("io.chatledger.web")
    static class Web {}

    /** Wherever it is switched on, as its classes ask themselves. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan("io.chatledger.sandbox")
    static class Sandbox {}
}
