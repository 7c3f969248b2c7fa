package io.chatledger.command.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.CommandSide;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryFailed;
import io.chatledger.kernel.webhook.WebhookEvent.DeliveryProcessed;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an erasure does to raw bodies, and what it leaves to others. */
@Timeout(60)
class JournalTracesIT {

    private static final TenantId ACME = new TenantId("acme");
    private static final long ALL = Long.MAX_VALUE;
    private static final int MANY = 40;
    private static final int LARGE = 3 << 20;

    private static final String DONE = """
            insert into webhook_journal (id, source, received_at, body_hash, body, state, tenants)
            values (:id, 'test', now(), sha256(:body), :body, 'done', '{acme}')
            """;

    private final JournalFixture fixture = new JournalFixture();

    @AfterEach
    void end() {
        fixture.close();
    }

    @Test
    void whatWaitsIsWorkedThroughAndLosesThePersonThen() {
        fixture.stop();
        fixture.accept("used acme zoila");

        assertThat(forget("zoila")).isEqualTo(1);
        fixture.start();

        fixture.await(DeliveryProcessed.class);
        fixture.awaitDone();
        assertThat(fixture.worked()).containsExactly("zoila");
        assertThat(bodies()).containsExactly("");
        assertThat(names()).isZero();
    }

    @Test
    void whatOthersHaveNotHadYetStaysUntilItIsWorkedThrough() {
        fixture.accept("failed acme zoila,failed acme ana");
        DeliveryFailed failed = fixture.await(DeliveryFailed.class);
        fixture.awaitDone();
        fixture.source().goes("zoila");

        forget("zoila");
        forget("zoila");

        assertThat(bodies()).containsExactly("failed acme ana");
        fixture.source().mend();
        fixture.reopen(failed.deliveryId(), ACME);
        fixture.await(DeliveryProcessed.class);
        fixture.awaitDone();
        assertThat(fixture.worked()).endsWith("ana");
        assertThat(names()).isZero();
    }

    @Test
    void aBodyThatComesAgainAtItsEndIsWorkedThroughOnceMore() {
        fixture.stop();
        fixture.accept("failed acme zoila,failed acme ana");
        forget("zoila");
        JournalledDelivery taken = fixture.part(WebhookJournal.class).sweep().getFirst();
        fixture.accept("failed acme zoila,failed acme ana");

        assertThat(fixture.part(DeliveryEnd.class).finish(taken, List.of(ACME))).isFalse();
        assertThat(names()).isEqualTo(1);
    }

    @Test
    void whoReadABodyBeforeAnotherChangedItDoesNotBringItBack() {
        done("{\"messages\":[{\"from\":\"5511\"},{\"from\":\"5522\"}]}");
        JournalPages pages = fixture.part(JournalPages.class);
        JournalPages.Entry before = pages.after(new UUID(0, 0), ACME, ALL).getFirst();

        forget("5511");

        assertThat(pages.replace(before, "{\"messages\":[{\"from\":\"5511\"}]}".getBytes(UTF_8), null))
                .isFalse();
        assertThat(bodies()).containsExactly("{\"messages\":[{\"from\":\"5522\"}]}");
    }

    @Test
    void personsForgottenAtTheSameMomentAllGoFromTheSameBodies() throws Exception {
        String all =
                "{\"n\":%d,\"messages\":[{\"from\":\"5500\"},{\"from\":\"5511\"},{\"from\":\"5522\"},{\"from\":\"5533\"}]}";
        IntStream.range(0, MANY).forEach(n -> done(all.formatted(n)));

        CommandSide.atOnce(3, n -> forget("55" + (n + 1) + (n + 1)));

        assertThat(bodies()).hasSize(MANY).allMatch(body -> body.endsWith("\"messages\":[{\"from\":\"5500\"}]}"));
    }

    @Test
    void portionsFitIntoMemoryAndNoneIsEmptyBeforeTheEnd() {
        IntStream.range(0, 5).forEach(n -> done((n + "5511").repeat(LARGE / 5)));
        JournalPages pages = fixture.part(JournalPages.class);

        List<JournalPages.Entry> first = pages.after(new UUID(0, 0), ACME, ALL);
        List<JournalPages.Entry> second = pages.after(first.getLast().id(), ACME, ALL);

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2);
        assertThat(pages.after(second.getLast().id(), ACME, ALL)).isEmpty();
    }

    @Test
    void aBodyThatIsLargerThanAPortionIsLookedThroughAlone() {
        done("5511 ".repeat(2 * LARGE / 3));
        done("5511");

        assertThat(forget("5511")).isEqualTo(2);
        assertThat(bodies()).containsOnly("");
    }

    private int forget(String name) {
        return fixture.part(JournalTraces.class).remove(ACME, Set.of(new Identity(IdentityType.phone, name)), ALL);
    }

    private void done(String body) {
        fixture.sql(DONE)
                .param("id", UUID.randomUUID())
                .param("body", body.getBytes(UTF_8))
                .update();
    }

    private List<String> bodies() {
        return fixture.sql("select id from webhook_journal").query(UUID.class).list().stream()
                .map(id -> new String(fixture.part(WebhookJournal.class).body(id), UTF_8))
                .toList();
    }

    private long names() {
        return fixture.sql("select count(*) from webhook_journal where blacken_later is not null")
                .query(Long.class)
                .single();
    }
}
