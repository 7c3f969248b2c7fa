package io.chatledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.query.PlainTopic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparedViewsTest {

    private final ComparedViews views = new ComparedViews(PlainTopic.topics());

    @Test
    void everyFeatureThatSaysHowCanBeAskedAboutByItsWord() {
        assertThat(views.words()).containsExactly("depots", "parcels");
        assertThat(views.of("parcels").topic()).isEqualTo(PlainTopic.PARCEL);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"parcel", "PARCELS", "weather"})
    void anyOtherWordIsAnsweredWithThoseThatAre(@Nullable String word) {
        assertThatThrownBy(() -> views.of(word))
                .isInstanceOf(DomainProblem.class)
                .hasMessageContaining("depots, parcels");
    }

    @Test
    void keysAndHiddenColumnsAreNotCompared() {
        assertThat(views.of("parcels").rows("then"))
                .isEqualTo("select t.id, to_jsonb(t) - array['id', 'search', 'shelf', 'tenant_id']"
                        + " || jsonb_build_object('from', 'then') as fields from then.parcel_view t"
                        + " where t.tenant_id = {0}");
    }
}
