package io.chatledger.projection.parcel;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.parcel.ParcelEvent;
import io.chatledger.projection.metric.MetricSubject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Each parcel by itself. */
final class ParcelSubject implements MetricSubject {

    static final MetricSubject ONLY = new ParcelSubject();

    private ParcelSubject() {}

    @Override
    public String name() {
        return "parcel";
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(ParcelEvent.class);
    }

    @Override
    public @Nullable String id(Event event) {
        return event instanceof ParcelEvent parcel ? parcel.parcelId().key() : null;
    }
}
