package io.chatledger.query;

import io.chatledger.query.replay.HistoryInterceptor;
import io.chatledger.query.replay.Replays;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for every query of the API. */
@Configuration(proxyBeanMethods = false)
public class QueryConfiguration implements WebMvcConfigurer {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReadModelFeed feed;
    private final HistoryInterceptor history;
    private final ReadRecording reading;
    private final ExportPlaces exports;

    public QueryConfiguration(ReadModelFeed feed, Replays replays, CurrentCaller callers, @Lazy ReadRecords records) {
        this.feed = feed;
        this.history = new HistoryInterceptor(replays, callers);
        this.reading = new ReadRecording(records, callers);
        this.exports = new ExportPlaces(callers);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(exports).addPathPatterns(ExportPlaces.PATHS);
        registry.addInterceptor(history).addPathPatterns("/api/v1/**", "/panel/**");
        registry.addInterceptor(new FreshnessInterceptor(feed, PATIENCE)).addPathPatterns("/api/v1/**", "/panel/**");
        registry.addInterceptor(reading).addPathPatterns("/api/v1/**", "/panel/**");
    }

    static boolean isQuery(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }
}
