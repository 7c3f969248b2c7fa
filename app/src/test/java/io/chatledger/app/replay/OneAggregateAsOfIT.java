package io.chatledger.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Client;
import io.chatledger.app.rig.Member;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import io.chatledger.kernel.permission.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is asked about one aggregate is answered from its own events, as a view of the same moment would. */
class OneAggregateAsOfIT {

    private final Business business = Business.register();
    private final Number number = business.connect();
    private final String phone = Unique.digits();
    private final Instant early = now();
    private final String conversation = business.conversationWith(number, phone);
    private final String contact = business.owner()
            .get("/api/v1/conversations/" + conversation)
            .json()
            .get("contact")
            .get("id")
            .asString();
    private final List<String> questions =
            List.of("/api/v1/conversations/" + conversation, "/api/v1/contacts/" + contact);

    @Test
    void isAnsweredByteForByteAsItWasThenAndNoViewIsMade() {
        note("antes");
        business.settle();
        List<String> answers = questions.stream().map(this::answer).toList();
        Instant then = now();
        muchHappensAfterwards();

        for (int i = 0; i < questions.size(); i++) {
            assertThat(answer(questions.get(i))).isNotEqualTo(answers.get(i));
            assertThat(answer(AsOfIT.at(questions.get(i), then))).isEqualTo(answers.get(i));
        }
        assertThat(business.owner().get("/api/v1/audit/replays").items()).isEmpty();
        assertThat(RunningApplication.number("select count(*) from replay where tenant_id = ?", business.id()))
                .isZero();
    }

    @Test
    void isAnsweredAsAViewAnswersBeforeAndAfterAnErasure() {
        note("antes");
        Instant then = now();
        muchHappensAfterwards();
        assertThat(sameAsInAView(then)).contains(phone, "antes");
        assertThat(sameAsInAView(now())).contains(phone, "después");

        business.owner()
                .post("/api/v1/contacts/" + contact + "/erase", Map.of("reason", "asked for it"))
                .expecting(200);
        business.settle();

        assertThat(sameAsInAView(then)).doesNotContain(phone).doesNotContain("antes");
        assertThat(sameAsInAView(now())).doesNotContain(phone).doesNotContain("después");
    }

    @Test
    void whatWasNotThereYetIsNotFound() {
        Client view = view(early);
        for (String question : questions) {
            business.owner().get(AsOfIT.at(question, early)).refusedWith(404, "not-found");
            view.get(question).refusedWith(404, "not-found");
        }
        business.owner().get(AsOfIT.at("/api/v1/contacts/x", now())).refusedWith(404, "not-found");
    }

    @Test
    void othersDoNotSeeIt() {
        Business other = Business.register();
        for (String question : questions) {
            other.owner().get(AsOfIT.at(question, now())).refusedWith(404, "not-found");
            Member.of(business, Role.agent)
                    .client()
                    .get(AsOfIT.at(question, now()))
                    .refusedWith(403, "forbidden");
        }
    }

    @Test
    void theFutureIsNotKnown() {
        business.owner()
                .get(questions.getFirst() + "?asOf=2999-01-01T00:00:00Z")
                .refusedWith(400, "invalid-request");
    }

    @Test
    void whoeverLooksGoesOnRecord() {
        Instant then = now();
        answer(AsOfIT.at("/api/v1/contacts/" + contact, then));

        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> RunningApplication.number(
                                "select count(*) from event where tenant_id = ? and name = 'audit.PersonalDataRead'"
                                        + " and payload->>'key' = ? and (payload->>'asOf')::timestamptz = ?::timestamptz",
                                business.id(),
                                contact,
                                then.toString())
                        == 1);
    }

    private void muchHappensAfterwards() {
        note("después");
        Webhook.deliver(Body.messages(number, List.of(Body.text(phone, Unique.wamid(), "Mañana no, gracias"))));
        consent();
        business.settle();
    }

    private String sameAsInAView(Instant moment) {
        Client view = view(moment);
        StringBuilder all = new StringBuilder();
        for (String question : questions) {
            Answer direct = business.owner().get(AsOfIT.at(question, moment)).expecting(200);
            JsonNode viewed = view.get(question).expecting(200).json();
            assertThat(direct.json()).as(question).isEqualTo(viewed);
            all.append(direct.text());
        }
        return all.toString();
    }

    private Client view(Instant moment) {
        return business.owner().with("Replay", business.replayAsOf(moment));
    }

    private String answer(String question) {
        return business.owner().get(question).expecting(200).text();
    }

    private void note(String text) {
        business.owner()
                .post("/api/v1/conversations/" + conversation + "/notes", Map.of("text", text))
                .expecting(200);
    }

    private void consent() {
        business.owner()
                .post(
                        "/api/v1/contacts/" + contact + "/consents",
                        Map.of("purpose", "marketing", "granted", true, "source", "form"))
                .expecting(200);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
