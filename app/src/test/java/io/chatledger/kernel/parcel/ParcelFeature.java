package io.chatledger.kernel.parcel;

import io.chatledger.kernel.feature.Effect;
import io.chatledger.kernel.feature.Effect.Outcome;
import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.metric.Metric;
import io.chatledger.kernel.parcel.ParcelEvent.ParcelRegistered;
import io.chatledger.kernel.parcel.ParcelEvent.ParcelSent;
import io.chatledger.kernel.permission.Permission;
import io.chatledger.kernel.permission.Role;
import java.util.List;

/** Things that a business sends to its customers: as small as a feature can be. */
public final class ParcelFeature implements Feature {

    @Override
    public String name() {
        return "parcel";
    }

    @Override
    public String about() {
        return "Parcels on their way to customers.";
    }

    @Override
    public List<Class<? extends Event>> events() {
        return List.of(ParcelEvent.class);
    }

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of("parcels.read", Role.agent), Permission.of("parcels.write", Role.agent));
    }

    @Override
    public List<Metric> metrics() {
        return ParcelMetrics.all();
    }

    @Override
    public List<Effect<?>> effects() {
        return List.of(
                new Effect<>(
                        ParcelSent.class,
                        "parcel",
                        Outcome.PENDING,
                        sent -> sent.parcelId().key()),
                new Effect<>(
                        ParcelRegistered.class,
                        "parcel",
                        Outcome.ACCEPTED,
                        one -> one.parcelId().key()));
    }
}
