package io.chatledger.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
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
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RetentionIT {

    private static final String RULES = "/api/v1/privacy/retention";

    private final Business business = Business.register();
    private final Number number = business.connect();

    @Test
    void whoHasDecidedNothingKeepsBodiesForNinetyDaysAndContactsForEver() {
        JsonNode rules = business.upToDate().get(RULES).expecting(200).json();
        assertThat(rules.get("journalBodiesDays").intValue()).isEqualTo(90);
        assertThat(rules.get("inactiveContactsDays").isNull()).isTrue();
    }

    @Test
    void whatIsDecidedIsAnsweredAndCanBeDecidedAnew() {
        decided("{\"journalBodiesDays\":7,\"inactiveContactsDays\":365}");
        assertThat(business.upToDate()
                        .get(RULES)
                        .json()
                        .get("inactiveContactsDays")
                        .intValue())
                .isEqualTo(365);

        Answer answer = decided("{\"journalBodiesDays\":30}");

        JsonNode rules = business.owner()
                .with("Wait-For-Position", answer.header("Event-Position"))
                .get(RULES)
                .json();
        assertThat(rules.get("journalBodiesDays").intValue()).isEqualTo(30);
        assertThat(rules.get("inactiveContactsDays").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"journalBodiesDays\":0}",
                "{\"journalBodiesDays\":3651}",
                "{\"journalBodiesDays\":\"x\"}",
                "{\"journalBodiesDays\":90,\"inactiveContactsDays\":29}",
                "{\"journalBodiesDays\":90,\"inactiveContactsDays\":3651}"
            })
    void whatMakesNoSenseIsRefused(String body) {
        put(business.owner(), body).refusedWith(400, "invalid-request");
    }

    @Test
    void anAuditorSeesTheRulesAndAnAgentDoesNot() {
        Client auditor = Member.of(business, Role.auditor).client();
        auditor.get(RULES).expecting(200);
        put(auditor, "{}").refusedWith(403, "forbidden");
        Member.of(business, Role.agent).client().get(RULES).refusedWith(403, "forbidden");
    }

    @Test
    void anOldBodyIsRemovedAndItsRowStays() {
        Body body = Body.messages(number, List.of(Body.text(Unique.digits(), Unique.wamid(), "Hola")));
        Webhook.deliver(body);
        String entry = business.journal().getFirst().get("id").asString();
        decided("{\"journalBodiesDays\":7}");
        business.settle();
        age(entry, 8);

        run("journal-retention");

        await().atMost(Duration.ofSeconds(30)).until(() -> size(entry) == 0);
        business.owner().post("/api/v1/webhook-journal/" + entry + "/reprocess").refusedWith(409, "body-removed");
        Webhook.deliver(body);
        assertThat(business.journal()).singleElement().satisfies(row -> {
            assertThat(row.get("duplicates").intValue()).isEqualTo(1);
            assertThat(row.get("status").asString()).isEqualTo("processed");
        });
        assertThat(business.messages()).hasSize(1);
    }

    @Test
    void whatIsNotOldEnoughForItsOwnTenantStays() {
        Business other = Business.register();
        Number others = other.connect();
        decided("{\"journalBodiesDays\":7}");
        String young = delivered(business, number);
        String theirs = delivered(other, others);
        String old = delivered(other, others);
        age(young, 6);
        age(theirs, 80);
        age(old, 91);

        run("journal-retention");

        await().atMost(Duration.ofSeconds(30)).until(() -> size(old) == 0);
        assertThat(size(young)).isPositive();
        assertThat(size(theirs)).isPositive();
    }

    @Test
    void whoHasBeenSilentForTooLongIsForgotten() {
        String silent = Unique.digits();
        String active = Unique.digits();
        Webhook.deliver(Body.messages(
                number,
                List.of(
                        Body.text(
                                silent,
                                Unique.wamid(),
                                "Hace tiempo",
                                Instant.now().minus(Duration.ofDays(40))),
                        Body.text(
                                active,
                                Unique.wamid(),
                                "Hace tiempo",
                                Instant.now().minus(Duration.ofDays(40))),
                        Body.text(active, Unique.wamid(), "Ahora"))));
        assertThat(business.upToDate().all("/api/v1/contacts")).hasSize(2);
        decided("{\"inactiveContactsDays\":30}");
        business.upToDate().get(RULES).expecting(200);

        run("contact-retention");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> RunningApplication.number(
                                "select count(*) from event where tenant_id = ? and name = 'contact.ErasureCertified'",
                                business.id())
                        == 1);
        assertThat(business.upToDate().all("/api/v1/contacts?q=" + silent)).isEmpty();
        assertThat(business.upToDate().all("/api/v1/contacts?q=" + active)).hasSize(1);
        assertThat(RunningApplication.number(
                        "select count(*) from event where tenant_id = ? and name = 'contact.ContactErased'"
                                + " and payload->>'reason' = 'retention: no message for 30 days'",
                        business.id()))
                .isEqualTo(1);
    }

    private static String delivered(Business business, Number number) {
        String customer = Unique.digits();
        Webhook.deliver(Body.messages(number, List.of(Body.text(customer, Unique.wamid(), "Hola"))));
        return business.journal().getFirst().get("id").asString();
    }

    private Answer decided(String body) {
        return put(business.owner(), body).expecting(200);
    }

    private static Answer put(Client client, String body) {
        return client.with("Content-Type", "application/json").send("PUT", RULES, BodyPublishers.ofString(body));
    }

    private static void age(String entry, int days) {
        assertThat(RunningApplication.number(
                        "with aged as (update webhook_journal set received_at = now() - make_interval(days => ?)"
                                + " where id = ?::uuid returning 1) select count(*) from aged",
                        days,
                        entry))
                .isEqualTo(1);
    }

    private static long size(String entry) {
        return RunningApplication.number("select octet_length(body) from webhook_journal where id = ?::uuid", entry);
    }

    /** Now, instead of within the hour. */
    private static void run(String task) {
        Scheduler scheduler = RunningApplication.bean(Scheduler.class);
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> scheduler.reschedule(TaskInstanceId.of(task, RecurringTask.INSTANCE), Instant.now()));
    }
}
