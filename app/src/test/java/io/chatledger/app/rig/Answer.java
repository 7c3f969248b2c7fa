package io.chatledger.app.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a caller got. */
public record Answer(int status, HttpHeaders headers, String text) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** Fails with the answer's own words unless it has the status. */
    public Answer expecting(int expected) {
        assertThat(status).as(text).isEqualTo(expected);
        return this;
    }

    /** Fails unless it is a problem of that status and code. */
    public Answer refusedWith(int expected, String code) {
        expecting(expected);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(string("code")).isEqualTo(code);
        assertThat(json().get("status").intValue()).isEqualTo(expected);
        return this;
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(text);
    }

    public String string(String field) {
        return json().path(field).asString("");
    }

    public List<JsonNode> items() {
        return expecting(200).json().get("items").valueStream().toList();
    }

    /** Empty where there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
