package io.chatledger.command.webhook;

import com.github.kagkarlsson.scheduler.task.Task;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has old bodies removed every hour. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    @Bean
    Task<?> journalRetentionTask(JournalRetention retention) {
        return retention.task();
    }
}
