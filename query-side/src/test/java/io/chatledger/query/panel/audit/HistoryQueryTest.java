package io.chatledger.query.panel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryQueryTest {

    @Test
    void itsAddressSaysWhatIsAskedAndNothingElse() {
        assertThat(query("conversation", null, " ").address("/panel/fragments/audit", "abc"))
                .isEqualTo("/panel/fragments/audit?feature=conversation&cursor=abc");
    }

    @Test
    void whatSomebodyTypesStaysAValue() {
        assertThat(query(null, "a&b=c{d}é", null).address("/p", "x"))
                .isEqualTo("/p?actor=a%26b%3Dc%7Bd%7D%C3%A9&cursor=x");
    }

    @Test
    void theSimplePartOfTheFormIsNothingSpecial() {
        assertThat(query(null, null, null).narrowed()).isFalse();
        assertThat(query("conversation", null, null).narrowed()).isTrue();
        assertThat(query("conversation", null, null).special()).isFalse();
        assertThat(query(null, "ana", null).special()).isTrue();
    }

    @Test
    void anIdComesOutOfAClipboardWithBlanksAround() {
        assertThat(query(null, " ana\n", null).filter().actor()).isEqualTo("ana");
    }

    private static HistoryQuery query(@Nullable String feature, @Nullable String actor, @Nullable String from) {
        return new HistoryQuery(feature, null, null, actor, null, from, null);
    }
}
