package io.chatledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationIT {

    private static final String CHANNELS = "/api/v1/channels";

    private final Client stranger = RunningApplication.stranger();
    private final Business business = Business.register();

    @ParameterizedTest
    @ValueSource(
            strings = {
                CHANNELS,
                "/api/v1/conversations",
                "/api/v1/contacts",
                "/api/v1/messages/search?q=a",
                "/api/v1/webhook-journal",
                "/api/v1/admin/projections",
                "/api/v1/nothing-of-the-kind",
                "/actuator/prometheus"
            })
    void nothingIsToldWithoutAToken(String path) {
        stranger.get(path).refusedWith(401, "unauthenticated");
    }

    @Test
    void nothingIsDoneWithoutAToken() {
        stranger.post(CHANNELS, Business.channel(Number.unconnected())).refusedWith(401, "unauthenticated");
    }

    @Test
    void aCookieReadsButCannotChangeAnythingByItself() {
        Client browser = stranger.with("Cookie", cookie());
        browser.get(CHANNELS).expecting(200);
        browser.post(CHANNELS, Business.channel(Number.unconnected())).refusedWith(401, "unauthenticated");
        browser.with("X-Requested-With", "fetch")
                .post(CHANNELS, Business.channel(Number.unconnected()))
                .expecting(201);
    }

    @Test
    void theCookieIsOutOfReachForScriptsAndOtherSites() {
        Answer answer = signIn(Business.PASSWORD).expecting(200);
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Strict");
    }

    @Test
    void aWrongPasswordSaysNoMoreThanAnUnknownAddress() {
        Answer wrong = signIn("something else").refusedWith(401, "bad-credentials");
        Answer unknown = stranger.post(
                        "/api/v1/auth/login", Map.of("email", "nobody@example.com", "password", "something else"))
                .refusedWith(401, "bad-credentials");
        assertThat(wrong.text()).isEqualTo(unknown.text());
    }

    @Test
    void aUsedRefreshTokenRevokesItsFamily() {
        String first = signIn(Business.PASSWORD).expecting(200).string("refreshToken");
        String second = refresh(first).expecting(200).string("refreshToken");
        refresh(first).refusedWith(401, "refresh-token-invalid");
        refresh(second).refusedWith(401, "refresh-token-invalid");
    }

    @Test
    void anAddressSignsUpOnce() {
        stranger.post("/api/v1/auth/register", Business.registration(business.email()))
                .refusedWith(409, "email-taken");
        signIn(Business.PASSWORD).expecting(200);
    }

    private Answer signIn(String password) {
        return stranger.with("X-Session", "cookie")
                .post("/api/v1/auth/login", Map.of("email", business.email(), "password", password));
    }

    private Answer refresh(String token) {
        return stranger.post("/api/v1/auth/refresh", Map.of("refreshToken", token));
    }

    private String cookie() {
        return signIn(Business.PASSWORD).header("Set-Cookie").split(";")[0];
    }
}
