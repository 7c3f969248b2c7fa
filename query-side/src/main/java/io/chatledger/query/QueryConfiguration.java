package io.chatledger.query;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for every query of the API. */
@Configuration(proxyBeanMethods = false)
public class QueryConfiguration implements WebMvcConfigurer {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReadModelFeed feed;

    public QueryConfiguration(ReadModelFeed feed) {
        this.feed = feed;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HistoryInterceptor()).addPathPatterns("/api/v1/**");
        registry.addInterceptor(new FreshnessInterceptor(feed, PATIENCE)).addPathPatterns("/api/v1/**", "/panel/**");
    }

    static boolean isQuery(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }
}
