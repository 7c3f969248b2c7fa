package io.chatledger.query;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a bounded number of exports run at the same time, a few of each tenant, until they are written or broken off. An
 * export reads in portions and keeps no connection while it writes, so a place is for its thread and its memory.
 */
final class ExportPlaces implements HandlerInterceptor {

    static final String[] PATHS = {"/api/v1/audit/export", "/api/v1/contacts/*/export"};

    private static final String PLACE = ExportPlaces.class.getName();
    private static final FairShares.Bounds BOUNDS = new FairShares.Bounds(32, 3, 20, Duration.ofSeconds(5));

    private final CurrentCaller callers;
    private final FairShares places = new FairShares(BOUNDS);

    ExportPlaces(CurrentCaller callers) {
        this.callers = callers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
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
