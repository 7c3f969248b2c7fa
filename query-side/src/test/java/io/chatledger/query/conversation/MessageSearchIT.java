package io.chatledger.query.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Pages;
import io.chatledger.query.Paging;
import io.chatledger.query.Rows;
import io.chatledger.query.TestDatabase;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSearchIT {

    private final TenantId tenant = TestDatabase.newTenant();
    private final Rows rows = new Rows(tenant);
    private final ConversationQueries queries =
            new ConversationQueries(TestDatabase.reads(), InstantSource.fixed(Rows.START));

    @ParameterizedTest
    @ValueSource(strings = {"peluqueria", "PELUQUERÍA", "peluq", "mañana peluqueria", "ana@example.com", "co-op"})
    void findsWordsAndTheirBeginningsWithoutMindingAccents(String q) {
        rows.contact("contact-1", row -> row.setName("Ana"));
        rows.conversation("c", row -> {});
        rows.inbound("m1", "c", row -> row.setText("Peluquería mañana? ana@example.com, co-op"));
        rows.inbound("m2", "c", row -> row.setText("gracias"));

        assertThat(queries.search(tenant, q, Paging.first(10)).items())
                .containsExactly(new MessageHit(
                        "m1",
                        "c",
                        new MessageHit.Contact("contact-1", "Ana"),
                        "inbound",
                        "text",
                        "Peluquería mañana? ana@example.com, co-op",
                        Rows.START));
    }

    @Test
    void findsOnlyWhatSaysAllTheWords() {
        rows.conversation("c", row -> {});
        rows.inbound("m1", "c", row -> row.setText("corte de pelo"));

        assertThat(hits("corte barba")).isEmpty();
        assertThat(hits("pelo corte")).containsExactly("m1");
    }

    @Test
    void theNewestComeFirstAsInTheirThreadAndEachOnce() {
        rows.conversation("c", row -> {});
        IntStream.range(0, 5)
                .forEach(n -> rows.inbound("m" + n, "c", row -> {
                    row.setText("hola");
                    row.setOrderAt(Rows.START.plusSeconds(n / 2));
                    row.setSequence(n + 1L);
                }));

        assertThat(Pages.all(2, paging -> queries.search(tenant, "hola", paging)))
                .extracting(MessageHit::id)
                .containsExactly("m4", "m3", "m2", "m1", "m0");
    }

    @Test
    void anotherTenantFindsNothing() {
        rows.conversation("c", row -> {});
        rows.inbound("m1", "c", row -> row.setText("hola"));

        assertThat(queries.search(TestDatabase.newTenant(), "hola", Paging.first(10))
                        .items())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\0b"})
    void asksForAText(String q) {
        assertThatExceptionOfType(DomainProblem.class)
                .isThrownBy(() -> queries.search(tenant, q, Paging.first(10)))
                .matches(problem -> problem.code().equals("invalid-request"));
    }

    @Test
    void asksForAShortText() {
        assertThat(hits("x".repeat(200))).isEmpty();
        assertThatExceptionOfType(DomainProblem.class).isThrownBy(() -> hits("x".repeat(201)));
    }

    private List<String> hits(String q) {
        return queries.search(tenant, q, Paging.first(10)).items().stream()
                .map(MessageHit::id)
                .toList();
    }
}
