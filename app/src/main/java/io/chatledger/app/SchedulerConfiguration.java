package io.chatledger.app;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.chatledger.eventstore.StoreAvailability;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work that is to be done once and survives a crash, such as sending a message. */
@Configuration(proxyBeanMethods = false)
@Conditional(Roles.CommandRole.class)
class SchedulerConfiguration {

    private static final int AT_ONCE = 32;

    /** Tasks send commands and handlers of events schedule tasks: the client breaks the circle. */
    @Bean
    SchedulerClient schedulerClient(@Qualifier("storeDataSource") DataSource dataSource) {
        return SchedulerClient.Builder.create(dataSource).build();
    }

    @Bean(destroyMethod = "")
    Scheduler scheduler(
            @Qualifier("storeDataSource") DataSource dataSource,
            List<Task<?>> tasks,
            @Value("${chatledger.node-id}") String node) {
        return Scheduler.create(
                        dataSource,
                        tasks.stream()
                                .filter(task -> !(task instanceof RecurringTask))
                                .toList())
                .startTasks(recurring(tasks))
                .schedulerName(new SchedulerName.Fixed(node))
                .threads(AT_ONCE)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollingInterval(Duration.ofMillis(100))
                .enableImmediateExecution()
                .heartbeatInterval(Duration.ofSeconds(3))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(15))
                .build();
    }

    private static List<RecurringTask<?>> recurring(List<Task<?>> tasks) {
        return tasks.stream()
                .<RecurringTask<?>>mapMulti((task, take) -> {
                    if (task instanceof RecurringTask<?> again) {
                        take.accept(again);
                    }
                })
                .toList();
    }

    @Bean
    SmartLifecycle schedulerLifecycle(
            Scheduler scheduler, StoreAvailability store, @Qualifier("storeDataSource") DataSource dataSource) {
        return new SchedulerLifecycle(scheduler, store, JdbcClient.create(dataSource));
    }
}
