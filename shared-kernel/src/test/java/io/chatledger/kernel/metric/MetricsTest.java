package io.chatledger.kernel.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.chatledger.kernel.Features;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {

    private static final Dimension CARRIER = new Dimension("carrier", "Only those with this carrier.");

    @Test
    void versionsOfAMetricSayDifferentThings() {
        Metrics metrics = Features.builtIn().metrics();

        assertThat(metrics.all()).allSatisfy(metric -> {
            assertThat(metrics.versionsOf(metric.id())).contains(metric);
            assertThat(metrics.versionsOf(metric.id()))
                    .extracting(Metric::description)
                    .doesNotHaveDuplicates();
        });
        assertThat(metrics.versionsOf("weather")).isEmpty();
    }

    @Test
    void theNewestIsTheLast() {
        Metrics metrics = new Metrics(List.of(sent(1), sent(2)));

        assertThat(metrics.isNewest(sent(2))).isTrue();
        assertThat(metrics.isNewest(sent(1))).isFalse();
    }

    @Test
    void dimensionsAreThoseOfAllMetricsEachOnce() {
        Metrics metrics = new Metrics(List.of(sent(1).by(CARRIER), time().by(Dimension.CHANNEL, CARRIER)));

        assertThat(metrics.dimensions()).containsExactly(Dimension.CHANNEL, CARRIER);
        assertThat(time().by(Dimension.CHANNEL, CARRIER).own()).containsExactly(CARRIER);
    }

    @Test
    void versionsCountUpEachOnce() {
        assertThatIllegalStateException().isThrownBy(() -> new Metrics(List.of(sent(1), sent(1))));
        assertThatIllegalStateException().isThrownBy(() -> new Metrics(List.of(sent(2))));
        assertThatIllegalStateException().isThrownBy(() -> new Metrics(List.of(sent(2), sent(1))));
    }

    @Test
    void versionsAgreeOnAllButTheirWords() {
        Metric longer = Metric.duration("parcels-sent", 2, LocalDate.EPOCH, "Sent", "How long.");

        assertThatIllegalStateException().isThrownBy(() -> new Metrics(List.of(sent(1), longer)));
        assertThatIllegalStateException().isThrownBy(() -> new Metrics(List.of(sent(1), sent(2).by(CARRIER))));
    }

    @Test
    void aNameOfADimensionHasOneMeaning() {
        Dimension other = new Dimension("carrier", "Only those by this aeroplane.");

        assertThatIllegalStateException()
                .isThrownBy(() -> new Metrics(List.of(sent(1).by(CARRIER), time().by(other))))
                .withMessageContaining("carrier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Carrier", "two words", "from", "value", "cursor", "conversationId", "as-of"})
    void whatQuestionsAndAnswersSayBesidesIsNoDimension(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Dimension(name, "Only those."));
    }

    @Test
    void whatCannotBeAnsweredIsNoMetric() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metric.count("Parcels", 1, LocalDate.EPOCH, "Sent", "Every one."));
        assertThatIllegalArgumentException().isThrownBy(() -> sent(0));
        assertThatIllegalArgumentException().isThrownBy(() -> sent(1).by(CARRIER, Dimension.CHANNEL));
        assertThatIllegalArgumentException().isThrownBy(() -> sent(1).by(CARRIER, CARRIER));
        assertThatIllegalArgumentException().isThrownBy(() -> sent(1).apart("fast", "slow"));
    }

    private static Metric sent(int version) {
        return Metric.count("parcels-sent", version, LocalDate.EPOCH, "Sent", "Every parcel, in way " + version + ".");
    }

    private static Metric time() {
        return Metric.duration("parcel-time", 1, LocalDate.EPOCH, "Time", "How long one is on its way.");
    }
}
