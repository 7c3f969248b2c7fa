package io.chatledger.web.caller;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/**
 * Takes the access token from the Authorization header or, for browsers, from the session cookie. A change by cookie
 * needs a header that no foreign page can send, {@code X-Requested-With}, besides the cookie's SameSite=Strict.
 */
final class HeaderOrCookie implements BearerTokenResolver {

    private static final String COOKIE = "chatledger_session";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final DefaultBearerTokenResolver header = new DefaultBearerTokenResolver();

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        if (isOpen(request.getRequestURI())) {
            return null;
        }
        if (request.getHeader("Authorization") != null) {
            return header.resolve(request);
        }
        if (!SAFE.contains(request.getMethod()) && request.getHeader("X-Requested-With") == null) {
            return null;
        }
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE) && !cookie.getValue().isBlank()) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    /** Where nobody has to be known, a stale token must not stand in the way; a provider's header is not ours. */
    private static boolean isOpen(String path) {
        return path.startsWith("/api/v1/auth/")
                || path.equals("/api/v1/audit/keys")
                || path.startsWith("/webhooks/")
                || path.startsWith("/docs/")
                || path.startsWith("/sandbox")
                || path.equals("/login")
                || path.equals("/register");
    }
}
