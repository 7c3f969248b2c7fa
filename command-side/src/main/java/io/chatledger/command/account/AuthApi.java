package io.chatledger.command.account;

import io.chatledger.command.EventPositions;
import io.chatledger.command.OnceStored;
import io.chatledger.command.account.AuthRequests.Login;
import io.chatledger.command.account.AuthRequests.Refresh;
import io.chatledger.command.account.AuthRequests.Register;
import io.chatledger.kernel.problem.DomainProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing up, in and out. With {@code X-Session: cookie} a browser gets its tokens as cookies as well. */
@RestController
@RequestMapping("/api/v1/auth")
class AuthApi {

    private final SignUp signUp;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final EventPositions positions;

    AuthApi(SignUp signUp, Sessions sessions, SessionCookies cookies, EventPositions positions) {
        this.signUp = signUp;
        this.sessions = sessions;
        this.cookies = cookies;
        this.positions = positions;
    }

    @PostMapping("/register")
    ResponseEntity<Session> register(@Valid @RequestBody Register body, HttpServletRequest request) {
        SignUp.Member member = signUp.register(body, request);
        HttpHeaders headers = new HttpHeaders();
        positions.toTell().ifPresent(position -> headers.set("Event-Position", position));
        Session opened = OnceStored.orUnknown(
                "You are registered, but cannot be signed in at the moment: sign in later.",
                () -> sessions.open(member.account(), member.tenant()));
        return answer(HttpStatus.CREATED, headers, opened, request);
    }

    @PostMapping("/login")
    ResponseEntity<Session> login(@Valid @RequestBody Login body, HttpServletRequest request) {
        Session opened = sessions.login(body.email(), body.password(), body.tenant());
        return answer(HttpStatus.OK, new HttpHeaders(), opened, request);
    }

    /** Takes the token from the body or, if it is absent there, from the cookie. */
    @PostMapping("/refresh")
    ResponseEntity<Session> refresh(
            @Valid @RequestBody(required = false) @Nullable Refresh body, HttpServletRequest request) {
        Optional<String> given = given(body);
        if (given.isEmpty() && !SessionCookies.wanted(request)) {
            throw DomainProblem.invalid("refreshToken", "not-blank", "refreshToken is missing.");
        }
        Session opened = given.isPresent()
                ? sessions.refresh(given.get(), RefreshTokens.Reuse.THEFT)
                // The tabs of a browser share the cookie, and several may refresh at once.
                : sessions.refresh(SessionCookies.refreshToken(request).orElse(""), RefreshTokens.Reuse.MAYBE_A_TAB);
        return answer(HttpStatus.OK, new HttpHeaders(), opened, request);
    }

    @PostMapping("/logout")
    ResponseEntity<Void> logout(
            @Valid @RequestBody(required = false) @Nullable Refresh body, HttpServletRequest request) {
        given(body).ifPresent(sessions::logout);
        SessionCookies.refreshToken(request).ifPresent(sessions::logout);
        HttpHeaders headers = new HttpHeaders();
        cookies.clear(headers);
        return ResponseEntity.noContent().headers(headers).build();
    }

    private ResponseEntity<Session> answer(
            HttpStatus status, HttpHeaders headers, Session opened, HttpServletRequest request) {
        headers.setCacheControl("no-store");
        if (SessionCookies.wanted(request)) {
            cookies.give(headers, sessions.browserToken(opened), opened.refreshToken());
        }
        return ResponseEntity.status(status).headers(headers).body(opened);
    }

    private static Optional<String> given(@Nullable Refresh body) {
        return Optional.ofNullable(body).map(Refresh::refreshToken).filter(token -> !token.isBlank());
    }
}
