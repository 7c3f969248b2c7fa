package io.chatledger.command.parcel;

import io.chatledger.command.Commands;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.parcel.ParcelCommand.RegisterParcel;
import io.chatledger.kernel.parcel.ParcelEvent.ParcelSent;
import java.time.InstantSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Registers what is sent with the carrier. Once more does no harm: the code is the same. */
@Component
@Profile("parcel")
@ProcessingGroup("automation.parcels")
@DisallowReplay
class WhenParcelSentThenRegister {

    private final Carrier carrier;
    private final Commands commands;
    private final InstantSource clock;

    WhenParcelSentThenRegister(Carrier carrier, Commands commands, InstantSource clock) {
        this.carrier = carrier;
        this.commands = commands;
        this.clock = clock;
    }

    @EventHandler
    void on(ParcelSent event, EventMessage<?> message) {
        Origin cause = Origin.from(message.getMetaData());
        commands.send(
                new RegisterParcel(event.parcelId(), carrier.register(event.parcelId()), clock.instant()),
                Origin.of(cause.tenant(), Actor.SYSTEM)
                        .correlatedWith(cause.correlationId())
                        .causedBy(message.getIdentifier()));
    }
}
