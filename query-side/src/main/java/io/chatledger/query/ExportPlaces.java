package io.chatledger.query;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a bounded number of queries that are an {@link Export} run at the same time, a few of each tenant, until they are written or broken off. An
 * export reads in portions and keeps no connection while it writes, so a place is for its thread and its memory.
 */
final class ExportPlaces implements HandlerInterceptor {

    private static final String PLACE = ExportPlaces.class.getName();
    private static final FairShares.Bounds BOUNDS = new FairShares.Bounds(32, 3, 20, Duration.ofSeconds(5));

    private final CurrentCaller callers;
    private final FairShares places = new FairShares(BOUNDS);

    ExportPlaces(CurrentCaller callers) {
        this.callers = callers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || !method.hasMethodAnnotation(Export.class)) {
            return true;
        }
        callers.find().ifPresent(caller -> request.setAttribute(PLACE, places.enter(caller.tenant())));
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(PLACE) instanceof FairShares.Place place) {
            request.removeAttribute(PLACE);
            place.close();
        }
    }
}
