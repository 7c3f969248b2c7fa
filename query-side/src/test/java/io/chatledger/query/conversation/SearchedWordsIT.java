package io.chatledger.query.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Paging;
import io.chatledger.query.Rows;
import io.chatledger.query.TestDatabase;
import io.chatledger.query.contact.ContactQueries;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchedWordsIT {

    private final TenantId tenant = TestDatabase.newTenant();
    private final Rows rows = new Rows(tenant);
    private final ConversationQueries queries =
            new ConversationQueries(TestDatabase.reads(), InstantSource.fixed(Rows.START));

    @ParameterizedTest
    @CsvSource({
        "tu pedido-4471 va en camino, 4471",
        "tu pedido-4471 va en camino, pedido",
        "tu pedido-4471 va en camino, pedido-44",
        "vale 3.500 pesos, 500",
        "escribe a ana.soto@mail.example.com, soto",
        "escribe a ana.soto@mail.example.com, example.com",
        "https://tienda.example.cl/verano/botas?talla=38, verano",
        "https://tienda.example.cl/verano/botas?talla=38, botas talla",
        "https://tienda.example.cl/verano/botas?talla=38, tienda.example.cl/verano",
        "gracias \uD83D\uDE00\uD83D\uDC4D, \uD83D\uDC4D",
        "gracias\uD83D\uDC4D\uD83C\uDFFD, \uD83D\uDC4D",
        "gracias\u2764\uFE0F, \u2764",
        "gracias\u2764\uFE0F, gracias",
        "我想预订明天的理发, 明天",
        "我想预订明天的理发, 理发",
        "我想预订明天的理发, 发",
        "我想预订明天的理发, 想预订明",
        "iPhone手机壳, 手机",
        "iPhone手机壳, iphone",
        "明日の予約をお願いします, 予約",
        "明日の予約をお願いします, お願い",
        "カットをお願いします, カット",
        "จองคิวพรุ่งนี้, พรุ่ง",
        "예약하고 싶어요, 예약",
        "ΣΟΦΟΣ, σοφος",
        "ПРИВЕТ, привет",
        "İstanbul, istanbul",
        "Straße_nach_Ulm, ulm",
        "co:op's \\path, path",
        "½ taza, 1"
    })
    void findsPartsOfAddressesAndNumbersSymbolsAndWordsOfAllScripts(String text, String q) {
        rows.conversation("c", row -> {});
        rows.inbound("m1", "c", row -> row.setText(text));
        rows.inbound("m2", "c", row -> row.setText("otra cosa 东京 🎉"));

        assertThat(hits(q)).containsExactly("m1");
        assertThat(queries.find(tenant, new ConversationFilter(null, null, null, null, q), Paging.first(10))
                        .items())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0301", "!?", "'", "\\", ":*", "&|!", "\uFE0F"})
    void whereThereIsNoWordThereIsNothingToFind(String q) {
        rows.conversation("c", row -> {});
        rows.inbound("m1", "c", row -> row.setText("a b c"));

        assertThat(hits(q)).isEmpty();
    }

    @Test
    void anAccentByItselfIsNoConversationAndNoContact() {
        rows.contact("contact-1", row -> row.setName("Ana"));
        rows.conversation("c", row -> {});

        assertThat(queries.find(tenant, new ConversationFilter(null, null, null, null, "\u0301"), Paging.first(10))
                        .items())
                .isEmpty();
        assertThat(new ContactQueries(TestDatabase.reads())
                        .find(tenant, "\u0301", Paging.first(10))
                        .items())
                .isEmpty();
    }

    @Test
    void moreWordsThanAnybodyMeansAreRefused() {
        String letters = IntStream.range(0, 100)
                .mapToObj(n -> Character.toString('a' + n % 26))
                .collect(Collectors.joining(" "));

        assertThatExceptionOfType(DomainProblem.class)
                .isThrownBy(() -> hits(letters))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(DomainProblem.Kind.INVALID));
    }

    @Test
    void longWordsAndLongTextsAreFound() {
        rows.conversation("c", row -> {});
        rows.inbound("m1", "c", row -> row.setText("x".repeat(19_000) + " fin"));
        rows.inbound("m2", "c", row -> row.setText("明".repeat(19_000)));

        assertThat(hits("x".repeat(150))).containsExactly("m1");
        assertThat(hits("fin")).containsExactly("m1");
        assertThat(hits("明明明")).containsExactly("m2");
    }

    private List<String> hits(String q) {
        return queries.search(tenant, q, Paging.first(10)).items().stream()
                .map(MessageHit::id)
                .toList();
    }
}
