package io.chatledger.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Sends people to the sign-in page and tells programs what is missing. */
@Component
final class Unauthenticated implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter problems;

    Unauthenticated(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (SecurityConfiguration.isPage(request)) {
            toSignIn(request, response);
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
