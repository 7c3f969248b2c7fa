package io.chatledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Member;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.command.account.session.KnownSession;
import io.chatledger.command.account.session.SessionRegister;
import io.chatledger.kernel.permission.Role;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What ends a session, or changes what may be done in it, holds for the next request. */
class SessionIT {

    private static final String CHANNELS = "/api/v1/channels";
    private static final String ALL = "/api/v1/audit/events";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final SessionRegister sessions = RunningApplication.bean(SessionRegister.class);
    private final Client stranger = RunningApplication.stranger();
    private final Business business = Business.register();
    private final Member agent = Member.of(business, Role.agent);
    private final KnownSession session = agent.session();

    @Test
    void aBearerIsWorthNothingAfterLogout() {
        Answer login = login(stranger);
        Client signedIn = stranger.withToken(login.string("accessToken"));
        signedIn.get(CHANNELS).expecting(200);
        stranger.post("/api/v1/auth/logout", Map.of("refreshToken", login.string("refreshToken")))
                .expecting(204);
        signedIn.get(CHANNELS).refusedWith(401, "unauthenticated");
    }

    @Test
    void aBearerEndsItsOwnSession() {
        Answer login = login(stranger);
        Client signedIn = stranger.withToken(login.string("accessToken"));
        signedIn.post("/api/v1/auth/logout").expecting(204);
        signedIn.get(CHANNELS).refusedWith(401, "unauthenticated");
        stranger.post("/api/v1/auth/refresh", Map.of("refreshToken", login.string("refreshToken")))
                .refusedWith(401, "refresh-token-invalid");
    }

    @Test
    void aCopiedCookieIsWorthNothingAfterLogout() {
        Client browser = stranger.with("X-Session", "cookie");
        String cookie = login(browser).header("Set-Cookie").split(";")[0];
        Client copy = stranger.with("Cookie", cookie);
        copy.get(CHANNELS).expecting(200);
        browser.with("Cookie", cookie).post("/api/v1/auth/logout").expecting(204);
        copy.get(CHANNELS).refusedWith(401, "unauthenticated");
        assertThat(copy.get("/panel").header("Location")).contains("/login");
    }

    @Test
    void otherSessionsStayOpen() {
        Client other = stranger.withToken(login(stranger).string("accessToken"));
        stranger.withToken(login(stranger).string("accessToken"))
                .post("/api/v1/auth/logout")
                .expecting(204);
        other.get(CHANNELS).expecting(200);
    }

    @Test
    void aStolenRefreshTokenEndsTheAccessTokensToo() {
        Answer login = login(stranger);
        Map<String, String> first = Map.of("refreshToken", login.string("refreshToken"));
        Answer second = stranger.post("/api/v1/auth/refresh", first).expecting(200);
        stranger.post("/api/v1/auth/refresh", first).refusedWith(401, "refresh-token-invalid");
        stranger.withToken(login.string("accessToken")).get(CHANNELS).refusedWith(401, "unauthenticated");
        stranger.withToken(second.string("accessToken")).get(CHANNELS).refusedWith(401, "unauthenticated");
    }

    @Test
    void aChangedRoleHoldsForTheSameToken() {
        agent.client().get(ALL).refusedWith(403, "forbidden");
        sessions.changeRole(session.tenant(), session.account(), Role.auditor);
        agent.client().get(ALL).expecting(200);
        sessions.changeRole(session.tenant(), session.account(), Role.agent);
        agent.client().get(ALL).refusedWith(403, "forbidden");
    }

    @Test
    void whoLeavesATenantIsOutAtOnce() {
        sessions.endAllOf(session.tenant(), session.account());
        agent.client().get(CHANNELS).refusedWith(401, "unauthenticated");
        business.owner().get(CHANNELS).expecting(200);
    }

    @Test
    void everybodyOfASuspendedTenantIsOutAtOnce() {
        Business other = Business.register();
        sessions.endAllOf(session.tenant());
        agent.client().get(CHANNELS).refusedWith(401, "unauthenticated");
        business.owner().get(CHANNELS).refusedWith(401, "unauthenticated");
        other.owner().get(CHANNELS).expecting(200);
    }

    @Test
    void anOpenStreamEndsWithItsSession() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(stranger.base().resolve("/panel/stream"))
                .header("Authorization", agent.client().headers().get("Authorization"))
                .build();
        InputStream stream = HTTP.send(request, BodyHandlers.ofInputStream()).body();
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        assertThat(lines.readLine()).startsWith("retry");
        CompletableFuture<Void> ended =
                CompletableFuture.runAsync(() -> lines.lines().forEach(line -> {}));
        sessions.end(session.id());
        assertThat(ended).succeedsWithin(Duration.ofSeconds(20));
    }

    private Answer login(Client client) {
        return client.post("/api/v1/auth/login", Map.of("email", business.email(), "password", Business.PASSWORD))
                .expecting(200);
    }
}
