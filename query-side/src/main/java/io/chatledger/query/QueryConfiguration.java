package io.chatledger.query;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for every query of the API. */
@Configuration(proxyBeanMethods = false)
public class QueryConfiguration implements WebMvcConfigurer {

    /** Where the interceptor stands that goes back to the past: exports first, all others after it. */
    public static final int INTO_THE_PAST = 2;

    private static final String[] QUERIES = {"/api/v1/**", "/panel/**"};
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReadModelFeed feed;
    private final ReadRecording reading;
    private final ExportPlaces exports;

    public QueryConfiguration(ReadModelFeed feed, CurrentCaller callers, @Lazy ReadRecords records) {
        this.feed = feed;
        this.reading = new ReadRecording(records, callers);
        this.exports = new ExportPlaces(callers);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(exports).addPathPatterns(QUERIES).order(INTO_THE_PAST - 1);
        registry.addInterceptor(new FreshnessInterceptor(feed, PATIENCE))
                .addPathPatterns(QUERIES)
                .order(INTO_THE_PAST + 1);
        registry.addInterceptor(reading).addPathPatterns(QUERIES).order(INTO_THE_PAST + 2);
    }

    /** Whether a request asks for something rather than to change it. */
    public static boolean isQuery(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }
}
