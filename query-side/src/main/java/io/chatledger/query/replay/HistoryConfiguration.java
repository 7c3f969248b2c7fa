package io.chatledger.query.replay;

import io.chatledger.query.CurrentCaller;
import io.chatledger.query.QueryConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every query of the API and every page may be asked about the past. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration implements WebMvcConfigurer {

    private final HistoryInterceptor history;

    HistoryConfiguration(Replays replays, CurrentCaller callers) {
        this.history = new HistoryInterceptor(replays, callers);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(history)
                .addPathPatterns("/api/v1/**", "/panel/**")
                .order(QueryConfiguration.INTO_THE_PAST);
    }
}
