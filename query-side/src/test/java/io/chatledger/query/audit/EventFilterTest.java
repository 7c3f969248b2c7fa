package io.chatledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Refusals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFilterTest {

    @ParameterizedTest
    @CsvSource({
        "feature, X!",
        "feature, conversation.x",
        "aggregateId, a b",
        "aggregateId, shop/conversation/c1/more",
        "type, lower",
        "type, conversation.lower",
        "actor, a/b",
        "correlationId, c'1"
    })
    void whatCannotBeSuchAThingIsRefusedWithItsField(String field, String written) {
        assertThat(Refusals.field(() -> filter(field, written).toCondition(new TenantId("shop"))))
                .isEqualTo(field + " malformed");
    }

    @ParameterizedTest
    @CsvSource({"from, now", "to, 2026-13-01T00:00:00Z"})
    void whatIsNoMomentIsRefusedWithItsField(String field, String written) {
        assertThat(Refusals.field(() -> filter(field, written).toCondition(new TenantId("shop"))))
                .isEqualTo(field + " malformed");
    }

    @Test
    void theOrderIsOneOfTwo() {
        assertThat(filter("order", "asc").oldestFirst()).isTrue();
        assertThat(filter("order", "desc").oldestFirst()).isFalse();
        assertThat(filter("order", "").oldestFirst()).isFalse();
        assertThat(Refusals.field(() -> filter("order", "up").oldestFirst())).isEqualTo("order unknown-value");
    }

    private static EventFilter filter(String field, String written) {
        return new EventFilter(
                only("feature", field, written),
                only("aggregateId", field, written),
                only("type", field, written),
                only("actor", field, written),
                only("correlationId", field, written),
                only("from", field, written),
                only("to", field, written),
                only("order", field, written));
    }

    private static @Nullable String only(String name, String field, String written) {
        return name.equals(field) ? written : null;
    }
}
