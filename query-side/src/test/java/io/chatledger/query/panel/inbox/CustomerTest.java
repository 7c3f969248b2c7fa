package io.chatledger.query.panel.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.query.Rows;
import io.chatledger.query.conversation.ContactSummary;
import io.chatledger.query.conversation.IdentityView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerTest {

    private static final IdentityView PHONE = new IdentityView("phone", "56912345678");
    private static final IdentityView USER = new IdentityView("username", "ana.rojas");
    private static final IdentityView BUSINESS = new IdentityView("parent_bsuid", "CL.1");

    @Test
    void somebodyIsCalledByTheirNameElseTheirNumberElseTheirUserName() {
        assertThat(customer("Ana", PHONE).name()).isEqualTo("Ana");
        assertThat(customer(" ", PHONE, USER).name()).isEqualTo("+56912345678");
        assertThat(customer(null, BUSINESS, USER).name()).isEqualTo("ana.rojas");
        assertThat(customer(null, BUSINESS).name()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"Ana, A", "ana maría de la rojas, AR", "'  Ñusta   Óscar ', ÑÓ", "☀️ Sol, S", "123, ''", "none, ''"
            })
    void initialsAreTheFirstLetterOfTheFirstAndOfTheLastWord(@Nullable String name, String initials) {
        assertThat(customer(name).initials()).isEqualTo(initials);
    }

    @Test
    void aColourIsTheSameOnEveryPage() {
        assertThat(customer("Ana").tone()).isEqualTo(customer("Anita").tone()).matches("tone-[0-5]");
    }

    @Test
    void onlyWhatAPersonCanUseIsShown() {
        assertThat(customer("Ana", BUSINESS, PHONE).identities()).containsExactly(PHONE);
    }

    @Test
    void whoWasErasedIsNobody() {
        assertThat(new Customer(new ContactSummary("c1", null, List.of(), Rows.START)).erased())
                .isTrue();
        assertThat(customer("Ana").erased()).isFalse();
    }

    private static Customer customer(@Nullable String name, IdentityView... identities) {
        return new Customer(new ContactSummary("c1", name, List.of(identities), null));
    }
}
