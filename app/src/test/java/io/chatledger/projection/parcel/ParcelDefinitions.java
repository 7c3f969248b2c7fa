package io.chatledger.projection.parcel;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.kernel.parcel.ParcelEvent.ParcelDelivered;
import io.chatledger.kernel.parcel.ParcelEvent.ParcelSent;
import io.chatledger.kernel.parcel.ParcelMetrics;
import io.chatledger.projection.metric.Figure;
import io.chatledger.projection.metric.Mark;
import io.chatledger.projection.metric.Memory;
import io.chatledger.projection.metric.MetricDefinition;
import io.chatledger.projection.metric.MetricDefinitions;
import io.chatledger.projection.metric.MetricSubject;
import io.chatledger.projection.metric.Seen;
import java.util.List;
import org.springframework.context.annotation.Profile;

/** What is counted of parcels. */
@Profile("parcel")
final class ParcelDefinitions implements MetricDefinitions {

    @Override
    public List<MetricDefinition> all() {
        return List.of(new Stages(ParcelMetrics.PARCELS_1), new DeliveryTime(ParcelMetrics.DELIVERY_TIME_1));
    }

    private record Stages(Metric metric) implements MetricDefinition {

        @Override
        public MetricSubject subject() {
            return ParcelSubject.ONLY;
        }

        @Override
        public Seen see(Event event, long position, Memory memory) {
            return switch (event) {
                case ParcelSent sent -> new Seen(memory, Figure.one(sent.at(), "sent"));
                case ParcelDelivered delivered -> new Seen(memory, Figure.one(delivered.at(), "delivered"));
                default -> new Seen(memory);
            };
        }
    }

    private record DeliveryTime(Metric metric) implements MetricDefinition {

        private static final String SENT = "parcel-delivery-time.1";

        @Override
        public MetricSubject subject() {
            return ParcelSubject.ONLY;
        }

        @Override
        public Seen see(Event event, long position, Memory memory) {
            Mark sent = memory.of(SENT);
            return switch (event) {
                case ParcelSent now -> new Seen(memory.with(SENT, new Mark(now.at(), position)));
                case ParcelDelivered delivered
                when sent != null -> new Seen(memory.without(SENT), Figure.ended(sent, delivered.at()));
                default -> new Seen(memory);
            };
        }
    }
}
