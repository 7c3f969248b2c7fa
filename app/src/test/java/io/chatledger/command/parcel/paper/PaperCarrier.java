package io.chatledger.command.parcel.paper;

import io.chatledger.command.parcel.Carrier;
import io.chatledger.kernel.parcel.ParcelId;
import java.util.Locale;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Somebody in the neighbourhood, who writes a code on the parcel. */
@Component
@Profile("parcel")
class PaperCarrier implements Carrier {

    private static final int SHORT = 8;

    @Override
    public String register(ParcelId parcel) {
        return "CL-" + parcel.key().substring(0, SHORT).toUpperCase(Locale.ROOT);
    }
}
