package io.chatledger.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a program or a browser sends to {@code /api/v1/auth}, and what it makes of the answers. */
record AuthClient(MockMvc http) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static UnaryOperator<MockHttpServletRequestBuilder> plain() {
        return request -> request;
    }

    static UnaryOperator<MockHttpServletRequestBuilder> browser(Cookie... cookies) {
        return request -> {
            request.header("X-Session", "cookie");
            return cookies.length == 0 ? request : request.cookie(cookies);
        };
    }

    /** From another address than everybody else. */
    static UnaryOperator<MockHttpServletRequestBuilder> from(String address) {
        return request -> request.with(call -> {
            call.setRemoteAddr(address);
            return call;
        });
    }

    MockHttpServletResponse post(
            String call, @Nullable Object body, UnaryOperator<MockHttpServletRequestBuilder> manner) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post("/api/v1/auth/" + call);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body));
        }
        return http.perform(manner.apply(request)).andReturn().getResponse();
    }

    static Map<String, Object> json(MockHttpServletResponse answer) {
        return JSON.readValue(answer.getContentAsByteArray(), new TypeReference<Map<String, Object>>() {});
    }

    static Object refreshToken(MockHttpServletResponse answer) {
        return Objects.requireNonNull(json(answer).get("refreshToken"));
    }

    static Cookie cookie(MockHttpServletResponse answer, String name) {
        return Objects.requireNonNull(answer.getCookie(name), name);
    }

    static void refused(MockHttpServletResponse answer, int status, String code) {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(json(answer)).containsEntry("code", code);
    }
}
