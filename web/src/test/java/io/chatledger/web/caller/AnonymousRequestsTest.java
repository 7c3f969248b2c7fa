package io.chatledger.web.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.web.ProblemWriter;
import jakarta.servlet.FilterChain;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class AnonymousRequestsTest {

    private static final String LOGIN = "/api/v1/auth/login";

    private final AtomicInteger let = new AtomicInteger();
    private AnonymousRequests requests = limited(30);

    private static AnonymousRequests limited(int limit) {
        return new AnonymousRequests(
                new AnonymousLimit(limit), new HeaderOrCookie(), new ProblemWriter(new JsonMapper()));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/auth/login, 30",
        "/api/v1/auth/forgot-password, 30",
        "/api/v1/channels, 30",
        "/docs/api, 30",
        "/v3/api-docs, 30",
        "/v3/api-docs.yaml, 30",
        "/v3/api-docs/swagger-config, 30",
        "/api/v1/auth/register, 10",
        "/api/v1/auth/refresh, 300",
        "/api/v1/auth/logout, 300"
    })
    void refusesWhatIsBeyondTheLimit(String path, int most) throws Exception {
        assertThat(many(path, "203.0.113.1", most + 5)).isEqualTo(most);
        MockHttpServletResponse refused = one(path, "203.0.113.1");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(refused.getHeader("Retry-After"))))
                .isBetween(1, 90);
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        assertThat(refused.getContentAsString()).contains("\"code\":\"too-many-requests\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webhooks/whatsapp",
                "/actuator/health",
                "/panel/assets/panel.css",
                "/sandbox/graph/v25.0/1/messages",
                "/login",
                "/register"
            })
    void leavesAloneWhatNeedsNoLogin(String path) throws Exception {
        assertThat(many(path, "203.0.113.1", 500)).isEqualTo(500);
    }

    @Test
    void countsEachAddressByItself() throws Exception {
        many(LOGIN, "203.0.113.1", 40);
        assertThat(many(LOGIN, "203.0.113.2", 40)).isEqualTo(30);
    }

    @Test
    void countsAWholeNetworkOfIpv6AsOneAddress() throws Exception {
        many(LOGIN, "2001:db8::1", 20);
        assertThat(many(LOGIN, "2001:db8::2", 20)).isEqualTo(10);
    }

    @Test
    void leavesAloneWhoBringsAToken() throws Exception {
        for (int n = 0; n < 100; n++) {
            MockHttpServletRequest request = request("/api/v1/channels", "203.0.113.1");
            request.addHeader("Authorization", "Bearer a.b.c");
            assertThat(answer(request).getStatus()).isEqualTo(200);
        }
    }

    @Test
    void isNotFooledByATokenWhereNoneIsAskedFor() throws Exception {
        for (int n = 0; n < 30; n++) {
            MockHttpServletRequest request = request(LOGIN, "203.0.113.1");
            request.addHeader("Authorization", "Bearer a.b.c");
            answer(request);
        }
        assertThat(one(LOGIN, "203.0.113.1").getStatus()).isEqualTo(429);
    }

    @Test
    void hasNoLimitWhereItIsZero() throws Exception {
        requests = limited(0);
        assertThat(many(LOGIN, "203.0.113.1", 1_000)).isEqualTo(1_000);
    }

    private int many(String path, String address, int times) throws Exception {
        let.set(0);
        for (int n = 0; n < times; n++) {
            one(path, address);
        }
        return let.get();
    }

    private MockHttpServletResponse one(String path, String address) throws Exception {
        return answer(request(path, address));
    }

    private static MockHttpServletRequest request(String path, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        request.setRemoteAddr(address);
        return request;
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        FilterChain chain = (passed, answered) -> let.incrementAndGet();
        requests.doFilter(request, response, chain);
        return response;
    }
}
