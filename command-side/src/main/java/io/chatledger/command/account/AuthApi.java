package io.chatledger.command.account;

import io.chatledger.command.request.ApiCommands;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantCommand.RegisterTenant;
import io.chatledger.kernel.tenant.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Signing up, in and out. With {@code X-Session: cookie} a browser gets its access token as a cookie as well, which no
 * script can read.
 */
@RestController
@RequestMapping("/api/v1/auth")
class AuthApi {

    static final String COOKIE = "chatledger_session";

    private final ApiCommands commands;
    private final SignUp signUp;
    private final Sessions sessions;
    private final Credentials credentials;

    AuthApi(ApiCommands commands, SignUp signUp, Sessions sessions, Credentials credentials) {
        this.commands = commands;
        this.signUp = signUp;
        this.sessions = sessions;
        this.credentials = credentials;
    }

    record RegisterRequest(
            @NotBlank @Size(max = 120) String company,
            @NotBlank @Email @Size(max = 254) String email,
            @NotBlank @Size(min = 10, max = 200) String password,
            @NotBlank @Size(max = 80) String firstName,
            @NotBlank @Size(max = 80) String lastName,

            @Nullable @Pattern(regexp = "[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]")
            String slug,

            @Nullable @Size(max = 60) String timeZone,
            @Nullable @Pattern(regexp = "[A-Z]{3}") String currency,
            @Nullable @Pattern(regexp = "es|en") String locale) {}

    record LoginRequest(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 200) String password,
            @Nullable @Size(max = 40) String tenant) {}

    record RefreshRequest(@NotBlank @Size(max = 200) String refreshToken) {}

    @PostMapping("/register")
    ResponseEntity<Session> register(
            @Valid @RequestBody RegisterRequest body,
            @RequestHeader(name = "X-Session", required = false) @Nullable String session,
            HttpServletRequest request) {
        verifyPlace(body);
        RegisterTenant command = signUp.prepare(body);
        credentials.set(command.accountId(), body.password());
        try {
            Map<String, Object> first = commands.once(
                    request,
                    Origin.of(
                            TenantId.PLATFORM, Actor.account(command.accountId().key())),
                    command,
                    body,
                    Map.of(
                            "accountId",
                            command.accountId().value(),
                            "tenant",
                            command.tenant().value()));
            AccountId account = new AccountId(String.valueOf(first.get("accountId")));
            if (!account.equals(command.accountId())) {
                credentials.forget(command.accountId());
            }
            Session opened = sessions.open(account, new TenantId(String.valueOf(first.get("tenant"))));
            return answer(HttpStatus.CREATED, opened, session);
        } catch (RuntimeException refused) {
            credentials.forget(command.accountId());
            throw refused;
        }
    }

    @PostMapping("/login")
    ResponseEntity<Session> login(
            @Valid @RequestBody LoginRequest body,
            @RequestHeader(name = "X-Session", required = false) @Nullable String session) {
        return answer(HttpStatus.OK, sessions.login(body.email(), body.password(), body.tenant()), session);
    }

    @PostMapping("/refresh")
    ResponseEntity<Session> refresh(
            @Valid @RequestBody RefreshRequest body,
            @RequestHeader(name = "X-Session", required = false) @Nullable String session) {
        return answer(HttpStatus.OK, sessions.refresh(body.refreshToken()), session);
    }

    @PostMapping("/logout")
    ResponseEntity<Void> logout(@RequestBody(required = false) @Nullable RefreshRequest body) {
        if (body != null && body.refreshToken() != null) {
            sessions.logout(body.refreshToken());
        }
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO).toString())
                .build();
    }

    private ResponseEntity<Session> answer(HttpStatus status, Session opened, @Nullable String session) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if ("cookie".equals(session)) {
            answer.header(
                    HttpHeaders.SET_COOKIE,
                    cookie(sessions.browserToken(opened), AccessTokens.SESSION).toString());
        }
        return answer.body(opened);
    }

    private static ResponseCookie cookie(String token, Duration life) {
        return ResponseCookie.from(COOKIE, token)
                .httpOnly(true)
                .sameSite("Strict")
                .path("/")
                .maxAge(life)
                .build();
    }

    private static void verifyPlace(RegisterRequest body) {
        if (body.timeZone() != null && !ZoneId.getAvailableZoneIds().contains(body.timeZone())) {
            throw DomainProblem.invalid("timeZone", "unknown", "There is no such IANA time zone.");
        }
        if (body.currency() != null
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(known -> known.getCurrencyCode().equals(body.currency()))) {
            throw DomainProblem.invalid("currency", "unknown", "There is no such ISO 4217 currency.");
        }
    }
}
