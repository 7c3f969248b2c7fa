package io.chatledger.web.caller;

import io.chatledger.command.RareLine;
import io.chatledger.web.ProblemWriter;
import io.chatledger.web.caller.SessionOfToken.SessionsUnreachable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Sends people to the sign-in page and tells programs what is missing. */
@Component
final class Unauthenticated implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final RareLine UNRECOGNIZED = new RareLine(LoggerFactory.getLogger(Unauthenticated.class));
    private static final String UNREACHABLE = "The data cannot be reached at the moment; try again.";

    private final ProblemWriter problems;
    private final AnonymousLimit limit;

    Unauthenticated(ProblemWriter problems, AnonymousLimit limit) {
        this.problems = problems;
        this.limit = limit;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof SessionsUnreachable unreachable) {
            UNRECOGNIZED.warn("Nobody could be recognized", String.valueOf(unreachable.getMessage()));
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.write(response, HttpStatus.SERVICE_UNAVAILABLE, "storage-unavailable", UNREACHABLE);
            return;
        }
        if (SecurityConfiguration.isPage(request)) {
            toSignIn(request, response);
            return;
        }
        // What came without a token has been counted before it was read.
        OptionalLong wait = failure instanceof OAuth2AuthenticationException
                ? limit.count(request, AnonymousLimit.Kind.ANY)
                : OptionalLong.empty();
        if (wait.isPresent()) {
            AnonymousRequests.refuse(problems, response, wait.getAsLong());
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(
                response, HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid access token is needed; sign in first.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        problems.write(response, HttpStatus.FORBIDDEN, "forbidden", "This is not allowed.");
    }

    private static void toSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/login");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect("/login" + backTo(request));
        }
    }

    /** What a browser fetches for a page is nowhere to come back to. */
    private static String backTo(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (!path.startsWith("/panel/") || path.startsWith("/panel/fragments/")) {
            return "";
        }
        String query = request.getQueryString();
        String wanted = query == null ? path : path + "?" + query;
        return "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }
}
