package io.chatledger.command.parcel;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.kernel.parcel.ParcelCommand.DeliverParcel;
import io.chatledger.kernel.parcel.ParcelCommand.RegisterParcel;
import io.chatledger.kernel.parcel.ParcelCommand.SendParcel;
import io.chatledger.kernel.parcel.ParcelEvent;
import io.chatledger.kernel.parcel.ParcelEvent.ParcelDelivered;
import io.chatledger.kernel.parcel.ParcelEvent.ParcelRegistered;
import io.chatledger.kernel.parcel.ParcelEvent.ParcelSent;
import io.chatledger.kernel.parcel.ParcelId;
import io.chatledger.kernel.problem.DomainProblem;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/** Something that is on its way to a customer. */
@SuppressWarnings("NullAway.Init") // Axon makes it empty; the first event fills it.
class Parcel {

    @AggregateIdentifier
    private ParcelId id;

    private boolean registered;
    private boolean delivered;

    Parcel() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(SendParcel command) {
        apply(new ParcelSent(command.parcelId(), command.contactId(), command.content(), command.at()));
    }

    @CommandHandler
    void handle(RegisterParcel command) {
        if (!registered) {
            apply(new ParcelRegistered(id, command.tracking(), command.at()));
        }
    }

    @CommandHandler
    void handle(DeliverParcel command) {
        if (delivered) {
            throw DomainProblem.conflict("parcel-delivered", "The customer has the parcel already.");
        }
        apply(new ParcelDelivered(id, command.at()));
    }

    @EventSourcingHandler
    void on(ParcelEvent event) {
        switch (event) {
            case ParcelSent sent -> id = sent.parcelId();
            case ParcelRegistered _ -> registered = true;
            case ParcelDelivered _ -> delivered = true;
        }
    }
}
