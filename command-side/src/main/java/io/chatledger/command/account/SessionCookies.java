package io.chatledger.command.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * What a browser keeps of a session, where no script can read it. Only a request with {@code X-Session: cookie}, which
 * no foreign page can send, gets them or is believed by them.
 */
@Component
class SessionCookies {

    static final String ACCESS = "chatledger_session";
    static final String REFRESH = "chatledger_refresh";

    private static final String AUTH = "/api/v1/auth";

    private final boolean secure;

    SessionCookies(@Value("${chatledger.public-url:}") String publicUrl) {
        this.secure = publicUrl.startsWith("https:");
    }

    static boolean wanted(HttpServletRequest request) {
        return "cookie".equals(request.getHeader("X-Session"));
    }

    static Optional<String> refreshToken(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null || !wanted(request)
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(REFRESH))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isBlank())
                        .findFirst();
    }

    void give(HttpHeaders headers, String accessToken, String refreshToken) {
        headers.add(HttpHeaders.SET_COOKIE, cookie(ACCESS, accessToken, "/", AccessTokens.SESSION));
        headers.add(HttpHeaders.SET_COOKIE, cookie(REFRESH, refreshToken, AUTH, RefreshTokens.LIFE));
    }

    void clear(HttpHeaders headers) {
        headers.add(HttpHeaders.SET_COOKIE, cookie(ACCESS, "", "/", Duration.ZERO));
        headers.add(HttpHeaders.SET_COOKIE, cookie(REFRESH, "", AUTH, Duration.ZERO));
    }

    private String cookie(String name, String value, String path, Duration life) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path(path)
                .maxAge(life)
                .build()
                .toString();
    }
}
