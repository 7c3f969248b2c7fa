package io.chatledger.kernel.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.feature.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricCatalogueTest {

    private static final Path PAGE = Path.of("..", "docs", "metrics.md");
    private static final String REGENERATE =
            "./mvnw -pl shared-kernel test -Dtest=MetricCatalogueTest -Dcatalogue.write=true";

    @Test
    void thePageIsUpToDate() throws IOException {
        String expected = page(Features.builtIn());
        if (Boolean.getBoolean("catalogue.write")) {
            Files.writeString(PAGE, expected);
        }
        assertThat(PAGE).as("not there yet? " + REGENERATE).exists();
        assertThat(Files.readString(PAGE)).as("stale? " + REGENERATE).isEqualTo(expected);
    }

    @Test
    void theMetricsOfAFurtherFeatureAreInIt() {
        Metric lost = Metric.count("parcels-lost", 1, LocalDate.EPOCH, "Lost", "Every parcel that nobody has seen.")
                .by();
        Metric waiting = Metric.duration("parcel-time", 1, LocalDate.EPOCH, "Time", "How long one is on its way.")
                .by(new Dimension("carrier", "Only those with this carrier."));

        assertThat(page(Features.builtIn().with(List.of(new Parcels(List.of(lost, waiting))))))
                .startsWith(page(Features.builtIn()))
                .contains("## `parcels-lost`, version 1\n\nEvery parcel that", "In numbers. Defined on 1970-01-01.\n")
                .contains("In milliseconds, by `carrier`. Defined on 1970-01-01.\n");
    }

    private record Parcels(List<Metric> metrics) implements Feature {

        @Override
        public String name() {
            return "parcel";
        }

        @Override
        public String about() {
            return "Things sent to customers.";
        }
    }

    private static String page(Features features) {
        return """
                # Metrics

                Generated from what features declare in the kernel; `MetricCatalogueTest` says how to renew this page.

                A metric belongs to a feature, which declares it, and has a name and versions. A version is a definition that never changes: a fold over the events that tell of one subject, such as a conversation, of whatever families (`io.chatledger.projection.metric`). What is to be counted in another way is a version more, beside the old one, and the next start counts it over all history. So two versions can be compared for any day, also for days before the younger one was thought of, and as of any moment.

                What a version counts is kept one by one, with the instant and the position of its event, and added up when somebody asks. So every number opens its events, and erasing a person, whose words are nowhere in it, changes no number. Days and hours are those of the tenant's time zone: a day on which clocks change has 23 or 25 hours, and an hour that comes twice is two.

                | call | answers |
                |---|---|
                | `GET /api/v1/metrics` | the definitions |
                | `GET /api/v1/metrics/{name}?version=&from=&to=&by=&dimension=` | numbers by `day` (at most 400 days), `hour` (31 days) or in `total`; `version=1,2` gives both side by side; `from` and `to` are days, or instants, the latter exclusive; `dimension` tells apart by one or several, and a dimension's own name with a value keeps only that (`who=human`) |
                | `GET /api/v1/metrics/{name}/events` | what a number counts, with the event of each as `/api/v1/audit/events/{position}` opens it |

                Times are in milliseconds: `value` and `median` half took no longer, `p90` nine of ten; both are values that there were, so they too can be found among the events. All of it needs the permission `reports.read`, and `asOf` or `Replay` answers as it stood.

                """
                + features.metrics().all().stream()
                        .map(MetricCatalogueTest::section)
                        .collect(Collectors.joining("\n"));
    }

    private static String section(Metric metric) {
        return "## `" + metric.id() + "`, version " + metric.version() + "\n\n" + metric.description() + "\n\n" + "In "
                + (metric.unit() == Unit.count ? "numbers" : "milliseconds")
                + (metric.dimensions().isEmpty() ? "" : ", by ")
                + metric.dimensions().stream().map(one -> "`" + one + "`").collect(Collectors.joining(" and "))
                + ". Defined on " + metric.since() + ".\n";
    }
}
