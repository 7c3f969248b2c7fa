package io.chatledger.projection.metric;

import static io.chatledger.projection.metric.Counting.NOON;
import static io.chatledger.projection.metric.Counting.ONE;
import static io.chatledger.projection.metric.Counting.fold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.contact.ContactEvent.ContactCreated;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.kernel.conversation.ConversationFeature;
import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.metric.Dimension;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.projection.Facts;
import io.chatledger.projection.conversation.ConversationDefinitions;
import io.chatledger.readmodel.generated.tables.records.MetricViewRecord;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a feature counts that the projection knows nothing of: here of customers, by two families of events. */
class FurtherMetricsTest {

    private static final Metric CAME = Metric.count("customers-came", 1, LocalDate.EPOCH, "Came", "Everybody.")
            .by(new Dimension("how", "Only those."), new Dimension("whence", "Only those from there."));
    private static final ContactId CUSTOMER = ContactId.of(Facts.TENANT, new UUID(1, 1));

    private final MetricProjection projection = projection(CAME, new Came(CAME));

    @Test
    void aDefinitionMayReadAnyEventAndRemembersByWhatItCounts() {
        Map<String, MetricViewRecord> states = new HashMap<>();
        ConversationOpened opened = ONE.opened(NOON);

        List<MetricViewRecord> rows = fold(
                        projection,
                        states,
                        List.of(new ContactCreated(CUSTOMER, "Ana", NOON), opened, ONE.closed(NOON)))
                .stream()
                .filter(row -> row.getMetric().equals(CAME.id()))
                .toList();

        assertThat(rows)
                .extracting(row -> row.getPosition() + " " + row.getDetail() + " " + row.getConversationId())
                .containsExactly(
                        "1 added" + Metric.BETWEEN + "shop null",
                        "2 wrote" + Metric.BETWEEN + "phone "
                                + opened.conversationId().key());
        assertThat(states)
                .containsOnlyKeys(
                        "customer:" + CUSTOMER.key(),
                        "customer:" + opened.contactId().key(),
                        "conversation:" + ONE.id().key());
    }

    @Test
    void aMetricMoreIsAReasonToCountAllHistoryAgain() {
        assertThat(projection.version()).isEqualTo(Counting.PROJECTION.version() + 1);
    }

    @Test
    void whatIsDeclaredIsDefinedAndNothingElse() {
        Metric other = Metric.count("others", 1, LocalDate.EPOCH, "Others", "Nobody.");

        assertThatIllegalStateException().isThrownBy(() -> projection(CAME)).withMessageContaining("customers-came");
        assertThatIllegalStateException()
                .isThrownBy(() -> projection(CAME, new Came(CAME), new Came(other)))
                .withMessageContaining("others");
        assertThatIllegalStateException().isThrownBy(() -> projection(CAME, new Came(CAME), new Came(CAME)));
    }

    private static MetricProjection projection(Metric declared, MetricDefinition... defined) {
        return new MetricProjection(
                Features.of(List.of(new ConversationFeature(), new Customers(List.of(declared)))),
                List.of(new ConversationDefinitions(), () -> List.of(defined)));
    }

    private record Customers(List<Metric> metrics) implements Feature {

        @Override
        public String name() {
            return "customer";
        }

        @Override
        public String about() {
            return "Who comes.";
        }
    }

    private record Came(Metric metric) implements MetricDefinition {

        @Override
        public MetricSubject subject() {
            return Customer.ANYBODY;
        }

        @Override
        public Seen see(Event event, long position, Memory memory) {
            return new Seen(
                    memory,
                    event instanceof ContactCreated
                            ? Figure.one(event.at(), "added", "shop")
                            : Figure.one(event.at(), "wrote", "phone"));
        }
    }

    private static final class Customer implements MetricSubject {

        static final MetricSubject ANYBODY = new Customer();

        @Override
        public String name() {
            return "customer";
        }

        @Override
        public Set<Class<? extends Event>> events() {
            return Set.of(ContactCreated.class, ConversationOpened.class);
        }

        @Override
        public @Nullable String id(Event event) {
            return switch (event) {
                case ContactCreated created -> created.contactId().key();
                case ConversationOpened opened -> opened.contactId().key();
                default -> null;
            };
        }

        @Override
        public @Nullable String conversation(Event event) {
            return event instanceof ConversationOpened opened
                    ? opened.conversationId().key()
                    : null;
        }
    }
}
