package io.chatledger.command.account;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.chatledger.command.account.session.SessionRegister;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes what is over by itself: sessions that nobody used for too long, and wrong passwords that count no more. */
@Configuration(proxyBeanMethods = false)
class SignInTasks {

    @Bean
    Task<?> sessionSweep(SessionRegister sessions) {
        return Tasks.recurring("session-sweep", FixedDelay.ofHours(1)).execute((instance, context) -> sessions.sweep());
    }

    @Bean
    Task<?> loginAttemptSweep(LoginAttempts attempts) {
        return Tasks.recurring("login-attempt-sweep", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> attempts.sweep());
    }
}
