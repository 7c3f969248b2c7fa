package io.chatledger.command.account;

import io.chatledger.command.account.session.KnownSession;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
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
    static final String DEVICE = "chatledger_device";

    private static final String AUTH = "/api/v1/auth";
    private static final Duration DEVICE_LIFE = Duration.ofDays(180);

    private final boolean secure;
    private final InstantSource clock;

    SessionCookies(@Value("${chatledger.public-url:}") String publicUrl, InstantSource clock) {
        this.secure = publicUrl.startsWith("https:");
        this.clock = clock;
    }

    static boolean wanted(HttpServletRequest request) {
        return "cookie".equals(request.getHeader("X-Session"));
    }

    static Optional<String> refreshToken(HttpServletRequest request) {
        return find(request, REFRESH);
    }

    static Optional<String> accessToken(HttpServletRequest request) {
        return find(request, ACCESS);
    }

    static Optional<String> device(HttpServletRequest request) {
        return find(request, DEVICE);
    }

    private static Optional<String> find(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null || !wanted(request)
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isBlank())
                        .findFirst();
    }

    /** As long as the session lasts at the longest; how long it lasts unused is the server's matter. */
    void give(HttpHeaders headers, KnownSession session, String accessToken, String refreshToken) {
        Duration left = Duration.between(clock.instant(), session.endsAt());
        headers.add(HttpHeaders.SET_COOKIE, cookie(ACCESS, accessToken, "/", left));
        headers.add(HttpHeaders.SET_COOKIE, cookie(REFRESH, refreshToken, AUTH, left));
    }

    /** Stays when somebody signs out. */
    void giveDevice(HttpHeaders headers, String device) {
        headers.add(HttpHeaders.SET_COOKIE, cookie(DEVICE, device, AUTH, DEVICE_LIFE));
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
