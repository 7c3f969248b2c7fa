package io.chatledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.RestController;

/** The query side's controllers, wired as the application wires them, on the database of the tests. */
public final class WiredQueries implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = context();

    /** A part of it. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The API as somebody of that role sees it. */
    MockMvcTester as(TenantId tenant, Role role) {
        Caller caller = Callers.of(tenant, role);
        return MockMvcTester.create(MockMvcBuilders.standaloneSetup(context.getBeansWithAnnotation(RestController.class)
                        .values()
                        .toArray())
                .setCustomArgumentResolvers(new CallerArgument(caller))
                .addInterceptors(new FreshnessInterceptor(context.getBean(ReadModelFeed.class), Duration.ofMillis(400)))
                .build());
    }

    @Override
    public void close() {
        context.close();
    }

    private static AnnotationConfigApplicationContext context() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        context.registerBean(
                "queryDataSource",
                DataSource.class,
                () -> TestDatabase.QUERY_SOURCE,
                definition -> definition.setDestroyMethodName(""));
        context.registerBean(
                "queryTransactions",
                PlatformTransactionManager.class,
                () -> new DataSourceTransactionManager(TestDatabase.QUERY_SOURCE));
        context.registerBean(
                EventStore.class,
                () -> EmbeddedEventStore.builder()
                        .storageEngine(new InMemoryEventStorageEngine())
                        .build());
        context.registerBean(InstantSource.class, () -> InstantSource.fixed(Rows.START));
        context.scan(
                "io.chatledger.query.access",
                "io.chatledger.query.conversation",
                "io.chatledger.query.contact",
                "io.chatledger.query.channel",
                "io.chatledger.query.webhook");
        context.register(TenantReads.class, ReadModelFeed.class);
        context.refresh();
        return context;
    }

    /** The refusal behind an answer. */
    static DomainProblem problem(MvcTestResult result) {
        assertThat(result).failure().rootCause().isInstanceOf(DomainProblem.class);
        Throwable cause = result.getUnresolvedException();
        while (cause != null && !(cause instanceof DomainProblem)) {
            cause = cause.getCause();
        }
        return (DomainProblem) Objects.requireNonNull(cause);
    }
}
