package io.chatledger.web.caller;

import io.chatledger.web.ProblemWriter;
import io.chatledger.web.caller.AnonymousLimit.Kind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what an address asks of the API without an access token beyond its {@link AnonymousLimit}, before anything is
 * read of it. Whoever brings a token that is not good is counted where that comes out: {@link Unauthenticated}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class AnonymousRequests extends OncePerRequestFilter {

    private static final String API = "/api/";
    private static final String AUTH = "/api/v1/auth/";

    private final AnonymousLimit limit;
    private final BearerTokenResolver tokens;
    private final ProblemWriter problems;

    AnonymousRequests(AnonymousLimit limit, BearerTokenResolver tokens, ProblemWriter problems) {
        this.limit = limit;
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Kind kind = kind(request);
        OptionalLong wait = kind == null ? OptionalLong.empty() : limit.count(request, kind);
        if (wait.isPresent()) {
            refuse(problems, response, wait.getAsLong());
        } else {
            chain.doFilter(request, response);
        }
    }

    static void refuse(ProblemWriter problems, HttpServletResponse response, long seconds) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        problems.write(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                "This address has asked too often without signing in; try again later.");
    }

    /** The path as the application will understand it: a letter may be written in more than one way. */
    private @Nullable Kind kind(HttpServletRequest request) {
        String path = request.getServletPath();
        return switch (path) {
            case "/api/v1/auth/register" -> Kind.REGISTRATION;
            case "/api/v1/auth/refresh", "/api/v1/auth/logout" -> Kind.RENEWAL;
            default -> path.startsWith(AUTH) || isOfTheApi(path) && !bringsToken(request) ? Kind.ANY : null;
        };
    }

    /** Its description too, which is long. */
    private static boolean isOfTheApi(String path) {
        return path.startsWith(API) || path.startsWith("/docs/api") || path.startsWith("/v3/api-docs");
    }

    private boolean bringsToken(HttpServletRequest request) {
        try {
            return tokens.resolve(request) != null;
        } catch (org.springframework.security.core.AuthenticationException malformed) {
            return true; // which is counted where it is refused
        }
    }
}
