package io.chatledger.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Unique;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked, the answer is a problem with a code, and it says nothing of what is inside. */
class NonsenseIT {

    private static Business business = Business.register();
    private static String conversation = "";

    @BeforeAll
    static void aConversation() {
        conversation = business.conversationWith(business.connect(), Unique.digits());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "42",
                "\"text\"",
                "{",
                "{}",
                "{\"type\":\"text\"}",
                "{\"type\":null,\"text\":null}",
                "{\"type\":\"text\",\"text\":\"\"}",
                "{\"type\":\"text\",\"text\":\"a\\u0000b\"}",
                "{\"type\":\"text\",\"text\":{\"a\":1}}",
                "{\"type\":[\"text\"],\"text\":\"a\"}",
                "{\"type\":1e400,\"text\":\"a\"}",
                "{\"type\":\"image\"}",
                "{\"type\":\"image\",\"media\":[]}",
                "{\"type\":\"image\",\"media\":{\"link\":\"ftp://x\"}}",
                "{\"type\":\"image\",\"media\":{\"id\":{}}}",
                "{\"type\":\"location\",\"location\":{\"latitude\":\"north\"}}",
                "{\"type\":\"location\",\"location\":{}}",
                "{\"type\":\"location\",\"location\":{\"latitude\":1e999,\"longitude\":0}}",
                "{\"type\":\"template\",\"template\":{\"name\":7}}",
                "{\"type\":\"hologram\",\"text\":\"a\"}",
                "{\"type\":\"text\",\"text\":\"a\"} trailing",
            })
    void aMessageThatMakesNoSenseIsRefused(String json) {
        sane(post(messages(), json)).refusedWith(400, "invalid-request");
    }

    @Test
    void jsonThatIsDeeperThanAnyReaderIsRefused() {
        String deep = "{\"type\":\"interactive\",\"interactive\":" + "{\"a\":".repeat(5000) + "1" + "}".repeat(5001);
        sane(post(messages(), deep)).refusedWith(400, "invalid-request");
    }

    @Test
    void aBodyOverAMegabyteIsRefused() {
        String large = "{\"type\":\"text\",\"text\":\"" + "a".repeat(1024 * 1024) + "\"}";
        sane(post(messages(), large)).refusedWith(413, "body-too-large");
    }

    @Test
    void halfASurrogateIsRefusedOrStored() {
        Answer answer = sane(post(messages(), "{\"type\":\"text\",\"text\":\"a\\ud800b\"}"));
        assertThat(answer.status()).isIn(202, 400);
        assertThat(business.owner().get(messages()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense"})
    void anotherContentTypeIsRefused(String type) {
        Answer answer = business.owner()
                .with("Content-Type", type)
                .send("POST", messages(), BodyPublishers.ofString("{\"type\":\"text\",\"text\":\"a\"}"));
        sane(answer).refusedWith(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=201",
                "limit=many",
                "limit=99999999999999999999",
                "limit=1.5",
                "cursor=%00",
                "cursor=AAAA",
                "cursor=!!!",
                "cursor=eyJhdCI6IisxMDAwMDAwMDAtMDEtMDFUMDA6MDA6MDBaIiwibiI6MCwiaWQiOiJhIn0",
                "cursor=eyJhdCI6bnVsbH0",
                "asOf=2999-01-01T00:00:00Z",
                "asOf=yesterday",
                "asOf=%00"
            })
    void aListIsNotReadFromNowhere(String query) {
        for (String list : new String[] {"conversations", "contacts", "webhook-journal", "messages/search"}) {
            sane(get("/api/v1/" + list + "?q=a&" + query)).refusedWith(400, "invalid-request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=happy", "owner=nobody", "channelId=%27%3B--", "assigneeId=%00", "q=%00"})
    void aFilterThatMakesNoSenseIsRefused(String query) {
        sane(get("/api/v1/conversations?" + query)).refusedWith(400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/conversations/not-a-uuid",
                "/api/v1/conversations/%00",
                "/api/v1/conversations/00000000-0000-4000-8000-000000000000/messages",
                "/api/v1/contacts/%27%20or%201=1",
                "/api/v1/nothing",
                "/api/v2/conversations",
                "/panel/nothing",
                "/api/v1/audit/events/nothing"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(sane(get(path)).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"topic", "assign", "notes"})
    void anActionWithoutWhatItNeedsIsRefused(String action) {
        String path = "/api/v1/conversations/" + conversation + "/" + action;
        sane(business.owner().post(path)).refusedWith(400, "invalid-request");
        sane(post(path, "{\"topic\":\"weather\",\"accountId\":\"me\",\"text\":\"  \"}"))
                .refusedWith(400, "invalid-request");
    }

    @Test
    void anActionThatDoesNotExistIsNotFound() {
        sane(business.owner().post("/api/v1/conversations/" + conversation + "/dance"))
                .refusedWith(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PATCH", "PUT", "TRACE"})
    void anotherMethodIsRefused(String method) {
        Answer answer = sane(business.owner().send(method, "/api/v1/conversations", BodyPublishers.noBody()));
        assertThat(answer.status()).isIn(400, 405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"company\":\"a\",\"email\":\"no\",\"password\":\"short\",\"firstName\":\"\",\"lastName\":\" \"}",
                "{\"company\":{},\"email\":[],\"password\":1,\"firstName\":null,\"lastName\":true}"
            })
    void aRegistrationThatMakesNoSenseNamesItsFields(String json) {
        Answer answer = sane(post("/api/v1/auth/register", json)).refusedWith(400, "invalid-request");
        assertThat(answer.json().get("errors").size()).isPositive();
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"timeZone,Mars/Olympus", "currency,ZZZ", "slug,Not A Slug", "locale,klingon"})
    void aRegistrationInANowhereIsRefused(String field, String value) {
        String json = "{\"company\":\"a\",\"email\":\"" + Unique.word() + "@example.com\",\"password\":\"long enough it"
                + " is\",\"firstName\":\"a\",\"lastName\":\"b\",\"" + field + "\":\"" + value + "\"}";
        Answer answer = sane(post("/api/v1/auth/register", json)).refusedWith(400, "invalid-request");
        assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    private static String messages() {
        return "/api/v1/conversations/" + conversation + "/messages";
    }

    private static Answer get(String path) {
        return business.owner().get(path);
    }

    private static Answer post(String path, String json) {
        return business.owner().post(path, json.getBytes(UTF_8));
    }

    private static Answer sane(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isLessThan(500);
        assertThat(answer.text())
                .doesNotContain("Exception", "\tat ", "io.chatledger", "org.springframework", "tools.jackson", "SQL");
        if (answer.status() >= 400) {
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.string("code")).matches("[a-z0-9]+(-[a-z0-9]+)*");
        }
        return answer;
    }
}
