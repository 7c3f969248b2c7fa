package io.chatledger.kernel.parcel;

import io.chatledger.kernel.metric.Dimension;
import io.chatledger.kernel.metric.Metric;
import java.time.LocalDate;
import java.util.List;

/** What is counted of parcels. */
public final class ParcelMetrics {

    /** {@code sent} or {@code delivered}. */
    public static final Dimension STAGE = new Dimension("stage", "Only those at this stage.");

    public static final Metric PARCELS_1 = Metric.count(
                    "parcels",
                    1,
                    LocalDate.of(2026, 11, 28),
                    "Parcels",
                    "Every parcel, once when the carrier gets it and once when the customer does.")
            .by(STAGE);

    public static final Metric DELIVERY_TIME_1 = Metric.duration(
                    "parcel-delivery-time",
                    1,
                    LocalDate.of(2026, 11, 28),
                    "Parcel delivery time",
                    "From when the carrier gets a parcel to when the customer does, counted then.")
            .by();

    private ParcelMetrics() {}

    static List<Metric> all() {
        return List.of(PARCELS_1, DELIVERY_TIME_1);
    }
}
