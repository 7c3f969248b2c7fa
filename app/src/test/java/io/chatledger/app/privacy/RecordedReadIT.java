package io.chatledger.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Answer;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Member;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.kernel.permission.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RecordedReadIT {

    private static final String AGENT = "Mozilla/5.0 (curious)";

    private final Business business = Business.register();
    private final String conversation = business.conversationWith(business.connect(), Unique.digits());
    private final Member agent = Member.of(business, Role.auditor);

    @ParameterizedTest
    @CsvSource({
        "/api/v1/contacts, contacts, ",
        "/api/v1/contacts/{contact}, contact, contact",
        "/api/v1/contacts/{contact}/export, export, contact",
        "/api/v1/conversations, conversations, ",
        "/api/v1/conversations/{conversation}, conversation, conversation",
        "/api/v1/conversations/{conversation}/messages, messages, conversation",
        "/api/v1/messages/search?q=hola, search, ",
        "/api/v1/audit/events, audit-events, ",
        "/panel, conversations, ",
        "/panel/conversations/{conversation}, messages, conversation",
        "/panel/fragments/customer/{conversation}, conversation, conversation"
    })
    void whoReadsIsOnRecord(String path, String kind, String key) {
        agent.client().with("User-Agent", AGENT).get(filled(path)).expecting(200);

        JsonNode read = awaitRead(kind);
        assertThat(read.get("actor").get("type").asString()).isEqualTo("account");
        assertThat(read.get("actor").get("id").asString()).isEqualTo(agent.account());
        JsonNode payload = read.get("payload");
        assertThat(payload.get("key").asString("")).isEqualTo(key == null ? "" : filled("{" + key + "}"));
        assertThat(payload.get("ipAddress").asString()).isEqualTo("127.0.0.1");
        assertThat(payload.get("userAgent").asString()).isEqualTo(AGENT);
        assertThat(payload.get("asOf").isNull()).isTrue();
    }

    @Test
    void whatIsKnownOfTheReaderIsSealed() {
        agent.client().with("User-Agent", AGENT).get("/api/v1/contacts").expecting(200);
        awaitRead("contacts");

        assertThat(RunningApplication.number(
                        "select count(*) from event where tenant_id = ? and position(? in payload::text) > 0",
                        business.id(),
                        "curious"))
                .isZero();
    }

    @Test
    void aPageThatRefreshesItselfIsOneRead() {
        for (int i = 0; i < 5; i++) {
            agent.client().get("/panel/fragments/thread/" + conversation).expecting(200);
        }
        agent.client().get("/api/v1/contacts").expecting(200);
        awaitRead("contacts");

        assertThat(reads("messages")).isEqualTo(1);
    }

    @Test
    void everyReaderIsRecordedByThemselves() {
        agent.client().get("/api/v1/conversations").expecting(200);
        Member.of(business, Role.agent).client().get("/api/v1/conversations").expecting(200);

        // The owner was one, too.
        awaitCount("conversations", 3);
    }

    @Test
    void whatWasNotShownWasNotRead() {
        agent.client().get("/api/v1/contacts/" + UUID.randomUUID()).expecting(404);
        Member.of(business, Role.agent).client().get("/api/v1/audit/events").refusedWith(403, "forbidden");
        agent.client().get("/api/v1/contacts").expecting(200);
        awaitAtLeast("contacts");

        assertThat(reads("contact")).isZero();
        assertThat(reads("audit-events")).isZero();
    }

    @Test
    void lookingAtThePastIsReadingToo() {
        Instant then = Instant.now().truncatedTo(ChronoUnit.MICROS);
        agent.client().get("/api/v1/contacts").expecting(200);
        agent.client().get("/api/v1/contacts?asOf=" + then).expecting(200);
        awaitCount("contacts", 2);

        assertThat(RunningApplication.number(
                        "select count(*) from event where tenant_id = ? and name = 'audit.PersonalDataRead'"
                                + " and (payload->>'asOf')::timestamptz = ?::timestamptz",
                        business.id(),
                        then.toString()))
                .isEqualTo(1);
    }

    @Test
    void theCustomerCanBeToldWhoHasLooked() {
        agent.client().get(filled("/api/v1/contacts/{contact}")).expecting(200);
        agent.client()
                .get("/api/v1/conversations/" + conversation + "/messages")
                .expecting(200);
        awaitRead("contact");
        awaitRead("messages");

        Answer export = business.upToDate().get(filled("/api/v1/contacts/{contact}/export"));
        List<JsonNode> reads =
                export.expecting(200).json().get("reads").valueStream().toList();
        assertThat(reads)
                .filteredOn(read -> read.get("accountId").asString().equals(agent.account()))
                .extracting(read -> read.get("kind").asString())
                .containsExactlyInAnyOrder("contact", "messages");
    }

    private String filled(String path) {
        String contact = path.contains("{contact}")
                ? business.owner()
                        .get("/api/v1/conversations/" + conversation)
                        .json()
                        .get("contact")
                        .get("id")
                        .asString()
                : "";
        return path.replace("{contact}", contact).replace("{conversation}", conversation);
    }

    private JsonNode awaitRead(String kind) {
        awaitAtLeast(kind);
        return business
                .owner()
                .all("/api/v1/audit/events?type=audit.PersonalDataRead&actor=" + agent.account())
                .stream()
                .filter(event -> event.get("payload").get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private void awaitAtLeast(String kind) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> RunningApplication.number(
                                "select count(*) from event where tenant_id = ? and name = 'audit.PersonalDataRead'"
                                        + " and payload->>'kind' = ? and metadata->>'actorId' = ?",
                                business.id(),
                                kind,
                                agent.account())
                        > 0);
    }

    private void awaitCount(String kind, long count) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> reads(kind) == count);
    }

    private long reads(String kind) {
        return RunningApplication.number(
                "select count(*) from event where tenant_id = ? and name = 'audit.PersonalDataRead'"
                        + " and payload->>'kind' = ?",
                business.id(),
                kind);
    }
}
