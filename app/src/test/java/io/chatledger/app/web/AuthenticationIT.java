package io.chatledger.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.command.secret.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationIT {

    private static final String CHANNELS = "/api/v1/channels";

    private final Client stranger = RunningApplication.stranger();
    private final Business business = Business.register();
    private final RSAKey ours = RunningApplication.bean(SigningKey.class).pair();

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
    void aTokenOfOursOpens() throws JOSEException {
        get(signed(ours, claims(Duration.ofMinutes(1)))).expecting(200);
    }

    @Test
    void anExpiredTokenIsRefused() throws JOSEException {
        get(signed(ours, claims(Duration.ofSeconds(-1)))).refusedWith(401, "unauthenticated");
    }

    @Test
    void aTokenUnderAnotherKeyIsRefused() throws JOSEException {
        RSAKey another = new RSAKeyGenerator(2048).generate();
        get(signed(another, claims(Duration.ofMinutes(1)))).refusedWith(401, "unauthenticated");
    }

    @Test
    void aTokenWithoutSignatureIsRefused() {
        get(new PlainJWT(claims(Duration.ofMinutes(1))).serialize()).refusedWith(401, "unauthenticated");
    }

    @Test
    void aTokenWhoseTenantWasChangedIsRefused() throws JOSEException {
        String mine = signed(ours, claims(Duration.ofMinutes(1)));
        String theirs = new PlainJWT(new JWTClaimsSet.Builder(claims(Duration.ofMinutes(1)))
                        .claim("tenant", "platform")
                        .claim("role", "super_admin")
                        .build())
                .serialize();
        String mixed = mine.split("\\.")[0] + "." + theirs.split("\\.")[1] + "." + mine.split("\\.")[2];
        get(mixed).refusedWith(401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "null"})
    void whatIsNoTokenIsRefused(String token) {
        get(token).refusedWith(401, "unauthenticated");
    }

    @Test
    void aTokenOfOursWithoutATenantIsRefused() throws JOSEException {
        JWTClaimsSet bare = new JWTClaimsSet.Builder(claims(Duration.ofMinutes(1)))
                .claim("tenant", null)
                .build();
        get(signed(ours, bare)).refusedWith(401, "unauthenticated");
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

    private Answer get(String token) {
        return stranger.withToken(token).get(CHANNELS);
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

    private JWTClaimsSet claims(Duration left) {
        return new JWTClaimsSet.Builder()
                .issuer("chatledger")
                .subject(UUID.randomUUID().toString())
                .issueTime(Date.from(Instant.now().minusSeconds(60)))
                .expirationTime(Date.from(Instant.now().plus(left)))
                .claim("tenant", business.id())
                .claim("role", "owner")
                .build();
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
