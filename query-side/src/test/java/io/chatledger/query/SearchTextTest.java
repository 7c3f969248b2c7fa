package io.chatledger.query;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.tenant.TenantId;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"   ", "\n"})
    void nothingIsSearchedForWhereNothingIsSaid(@Nullable String q) {
        assertThat(SearchText.of(q)).isNull();
        assertThat(Refusals.field(() -> SearchText.required(q))).isEqualTo("q required");
    }

    @Test
    void itIsComparedWithoutAccentsAndCapitals() {
        assertThat(of(" José NÚÑEZ ").folded()).isEqualTo("jose nunez");
    }

    @Test
    void whatMeansSomethingToTheDatabaseIsOnlyText() {
        String sql = where("100%_\\");

        assertThat(sql).contains("'%100\\%\\_\\\\%'");
    }

    @Test
    void aTelephoneNumberIsLookedForByItsDigits() {
        assertThat(where("+56 (9) 1234-5678")).contains("56912345678").doesNotContain("(9)");
    }

    @Test
    void everyWordIsAlsoTheBeginningOfALongerOneOfTheSameTenant() {
        String words = requireNonNull(of("hola dolor").words(new TenantId("shop")));

        assertThat(words.split(" & "))
                .hasSize(2)
                .allSatisfy(word -> assertThat(word).startsWith("'").endsWith("':*"));
        assertThat(of("hola").words(new TenantId("other")))
                .isNotEqualTo(of("hola").words(new TenantId("shop")));
    }

    @Test
    void punctuationIsNoWord() {
        assertThat(of("?!").words(new TenantId("shop"))).isNull();
        assertThat(of("?!").isNothing()).isFalse();
    }

    @Test
    void whatIsTooMuchForOneSearchIsRefused() {
        assertThat(Refusals.field(() -> SearchText.of("x".repeat(201)))).isEqualTo("q too-long");
        assertThat(Refusals.field(() -> SearchText.of("a b c d e f g h i j k"))).isEqualTo("q too-many-words");
        assertThat(Refusals.field(() -> SearchText.of("a\0b"))).isEqualTo("q malformed");
    }

    private static SearchText of(String q) {
        return requireNonNull(SearchText.of(q));
    }

    private static String where(String q) {
        return DSL.using(SQLDialect.POSTGRES).renderInlined(of(q).in(DSL.field("name", String.class)));
    }
}
