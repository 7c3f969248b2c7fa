package io.chatledger.command.account;

import io.chatledger.command.OnceStored;
import io.chatledger.command.account.AuthRequests.Login;
import io.chatledger.command.account.AuthRequests.Refresh;
import io.chatledger.command.account.AuthRequests.Register;
import io.chatledger.command.request.ClientAddress;
import io.chatledger.eventstore.EventPositions;
import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.problem.Refuses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
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

    private static final String BEARER = "Bearer ";

    private final SignUp signUp;
    private final SignIn signIn;
    private final Sessions sessions;
    private final SessionCookies cookies;
    private final KnownDevices devices;
    private final EventPositions positions;

    AuthApi(
            SignUp signUp,
            SignIn signIn,
            Sessions sessions,
            SessionCookies cookies,
            KnownDevices devices,
            EventPositions positions) {
        this.signUp = signUp;
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookies = cookies;
        this.devices = devices;
        this.positions = positions;
    }

    /**
     * Signs a company up, with its first member.
     *
     * <p>The member is its owner and signed in. With the header {@code X-Session: cookie} the tokens come as cookies too.
     *
     * @return the tokens, the tenant and the account
     */
    @PostMapping("/register")
    @Allowed(to = Allowed.To.EVERYBODY)
    @Refuses({"email-taken", "slug-taken"})
    ResponseEntity<Session> register(@Valid @RequestBody Register body, HttpServletRequest request) {
        SignUp.Member member = signUp.register(body, request);
        HttpHeaders headers = new HttpHeaders();
        positions.toTell().ifPresent(position -> headers.set("Event-Position", position));
        SignedIn opened = OnceStored.orUnknown(
                "You are registered, but cannot be signed in at the moment: sign in later.",
                () -> sessions.open(
                        member.account(), member.tenant(), SessionCookies.wanted(request), Place.of(request)));
        return answer(HttpStatus.CREATED, headers, opened, body.email(), request);
    }

    /**
     * Signs a member in.
     *
     * <p>Somebody who is a member of several companies names one in {@code tenant}. An access token is valid for {@code
     * expiresIn} seconds; the refresh token gets the next one. With {@code X-Session: cookie} they come as cookies too.
     * After too many wrong passwords it is refused for a while, whatever the password.
     *
     * @return the tokens, the tenant and the account
     */
    @PostMapping("/login")
    @Allowed(to = Allowed.To.EVERYBODY)
    @Refuses({"bad-credentials", "locked", "busy"})
    ResponseEntity<Session> login(@Valid @RequestBody Login body, HttpServletRequest request) {
        SignedIn opened = signIn.signIn(
                body,
                ClientAddress.of(request),
                device(body.email(), request),
                SessionCookies.wanted(request),
                Place.of(request));
        return answer(HttpStatus.OK, new HttpHeaders(), opened, body.email(), request);
    }

    /**
     * Gets the next access token.
     *
     * <p>The refresh token is taken from the body or, with {@code X-Session: cookie}, from the cookie. Each is good once;
     * using one again ends the whole session, as it may have been stolen.
     *
     * @return the next tokens
     */
    @PostMapping("/refresh")
    @Allowed(to = Allowed.To.EVERYBODY)
    @Refuses("refresh-token-invalid")
    ResponseEntity<Session> refresh(
            @Valid @RequestBody(required = false) @Nullable Refresh body, HttpServletRequest request) {
        Optional<String> given = given(body);
        if (given.isEmpty() && !SessionCookies.wanted(request)) {
            throw DomainProblem.invalid("refreshToken", "not-blank", "refreshToken is missing.");
        }
        SignedIn opened = given.isPresent()
                ? sessions.refresh(given.get(), RefreshTokens.Reuse.THEFT, Place.of(request))
                // The tabs of a browser share the cookie, and several may refresh at once.
                : sessions.refresh(
                        SessionCookies.refreshToken(request).orElse(""),
                        RefreshTokens.Reuse.MAYBE_A_TAB,
                        Place.of(request));
        return answer(HttpStatus.OK, new HttpHeaders(), opened, null, request);
    }

    /**
     * Ends every session that the request names.
     *
     * <p>By refresh token, by access token or by cookie; without any of them nothing happens.
     *
     * @return nothing
     */
    @PostMapping("/logout")
    @Allowed(to = Allowed.To.EVERYBODY)
    ResponseEntity<Void> logout(
            @Valid @RequestBody(required = false) @Nullable Refresh body, HttpServletRequest request) {
        given(body).ifPresent(sessions::logout);
        bearer(request).ifPresent(sessions::logoutByAccessToken);
        SessionCookies.refreshToken(request).ifPresent(sessions::logout);
        SessionCookies.accessToken(request).ifPresent(sessions::logoutByAccessToken);
        HttpHeaders headers = new HttpHeaders();
        cookies.clear(headers);
        return ResponseEntity.noContent().headers(headers).build();
    }

    /** @param email that was just proved to be theirs, by the password; null where nothing was */
    private ResponseEntity<Session> answer(
            HttpStatus status,
            HttpHeaders headers,
            SignedIn opened,
            @Nullable String email,
            HttpServletRequest request) {
        headers.setCacheControl("no-store");
        if (SessionCookies.wanted(request)) {
            cookies.give(
                    headers,
                    opened.session(),
                    sessions.browserToken(opened.session()),
                    opened.answer().refreshToken());
            if (email != null) {
                cookies.giveDevice(headers, devices.cookie(sessions.emailClaim(email), device(email, request)));
            }
        }
        return ResponseEntity.status(status).headers(headers).body(opened.answer());
    }

    private @Nullable UUID device(String email, HttpServletRequest request) {
        ClaimId claim = sessions.emailClaim(email);
        return devices.find(claim, SessionCookies.device(request).orElse(null));
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    private static Optional<String> given(@Nullable Refresh body) {
        return Optional.ofNullable(body).map(Refresh::refreshToken).filter(token -> !token.isBlank());
    }
}
