package io.chatledger.command.account;

import static io.chatledger.command.account.AuthClient.browser;
import static io.chatledger.command.account.AuthClient.cookie;
import static io.chatledger.command.account.AuthClient.plain;
import static io.chatledger.command.account.AuthClient.refreshToken;
import static io.chatledger.command.account.AuthClient.refused;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class SessionCookiesIT {

    private static final AuthServer SERVER = new AuthServer("http://127.0.0.1:8080");

    private final AuthClient client = new AuthClient(SERVER.http());
    private final Map<String, Object> company = AuthServer.company();

    @AfterAll
    static void end() {
        SERVER.close();
    }

    @Test
    void refreshesByTheTokenInTheBody() throws Exception {
        Object first = refreshToken(client.post("register", company, plain()));
        MockHttpServletResponse answer = client.post("refresh", Map.of("refreshToken", first), plain());
        assertThat(answer.getStatus()).isEqualTo(200);
        Object second = refreshToken(answer);
        refused(client.post("refresh", Map.of("refreshToken", first), plain()), 401, "refresh-token-invalid");
        refused(client.post("refresh", Map.of("refreshToken", second), plain()), 401, "refresh-token-invalid");
    }

    @Test
    void wantsATokenToRefresh() throws Exception {
        refused(client.post("refresh", Map.of(), plain()), 400, "invalid-request");
        refused(client.post("refresh", Map.of("refreshToken", " "), plain()), 400, "invalid-request");
        refused(client.post("refresh", null, plain()), 400, "invalid-request");
    }

    @Test
    void givesABrowserItsCookies() throws Exception {
        MockHttpServletResponse answer = client.post("register", company, browser());
        assertThat(answer.getHeaders("Set-Cookie"))
                .hasSize(3)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("HttpOnly", "SameSite=Strict")
                        .doesNotContain("Secure"));
        assertThat(cookie(answer, SessionCookies.REFRESH).getPath()).isEqualTo("/api/v1/auth");
        assertThat(cookie(answer, SessionCookies.REFRESH).getValue()).isEqualTo(refreshToken(answer));
        assertThat(cookie(answer, SessionCookies.ACCESS).getPath()).isEqualTo("/");
    }

    @Test
    void givesCookiesToSecureConnectionsOnlyWhereThereAreSome() throws Exception {
        try (AuthServer behindTls = new AuthServer("https://chat.example")) {
            MockHttpServletResponse answer = new AuthClient(behindTls.http()).post("register", company, browser());
            assertThat(answer.getHeaders("Set-Cookie"))
                    .hasSize(3)
                    .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
        }
    }

    @Test
    void refreshesByTheCookie() throws Exception {
        Cookie first = cookie(client.post("register", company, browser()), SessionCookies.REFRESH);
        MockHttpServletResponse answer = client.post("refresh", Map.of(), browser(first));
        assertThat(answer.getStatus()).isEqualTo(200);
        Cookie second = cookie(answer, SessionCookies.REFRESH);
        assertThat(client.post("refresh", null, browser(second)).getStatus()).isEqualTo(200);
    }

    @Test
    void doesNotBelieveACookieWithoutTheHeaderThatForeignPagesCannotSend() throws Exception {
        Cookie cookie = cookie(client.post("register", company, browser()), SessionCookies.REFRESH);
        refused(client.post("refresh", Map.of(), request -> request.cookie(cookie)), 400, "invalid-request");
    }

    @Test
    void keepsASessionWhoseTabsRefreshAtOnce() throws Exception {
        Cookie first = cookie(client.post("register", company, browser()), SessionCookies.REFRESH);
        Cookie second = cookie(client.post("refresh", Map.of(), browser(first)), SessionCookies.REFRESH);
        refused(client.post("refresh", Map.of(), browser(first)), 401, "refresh-token-invalid");
        assertThat(client.post("refresh", Map.of(), browser(second)).getStatus())
                .isEqualTo(200);
    }

    @Test
    void refusesABrowserWithoutACookie() throws Exception {
        refused(client.post("refresh", Map.of(), browser()), 401, "refresh-token-invalid");
    }

    @Test
    void signsABrowserOut() throws Exception {
        Cookie cookie = cookie(client.post("register", company, browser()), SessionCookies.REFRESH);
        MockHttpServletResponse answer = client.post("logout", Map.of(), browser(cookie));
        assertThat(answer.getStatus()).isEqualTo(204);
        assertThat(cookie(answer, SessionCookies.REFRESH).getMaxAge()).isZero();
        assertThat(cookie(answer, SessionCookies.ACCESS).getMaxAge()).isZero();
        refused(client.post("refresh", Map.of(), browser(cookie)), 401, "refresh-token-invalid");
    }

    @Test
    void signsOutByTheTokenInTheBody() throws Exception {
        Object token = refreshToken(client.post("register", company, plain()));
        assertThat(client.post("logout", Map.of("refreshToken", token), plain()).getStatus())
                .isEqualTo(204);
        refused(client.post("refresh", Map.of("refreshToken", token), plain()), 401, "refresh-token-invalid");
    }

    @Test
    void signsOutWithNothingToRevoke() throws Exception {
        assertThat(client.post("logout", null, plain()).getStatus()).isEqualTo(204);
    }
}
