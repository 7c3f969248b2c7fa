package io.chatledger.eventstore.example;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.chatledger.eventstore.example.BikeCommand.RegisterBike;
import io.chatledger.eventstore.example.BikeCommand.RentBike;
import io.chatledger.eventstore.example.BikeCommand.ReturnBike;
import io.chatledger.eventstore.example.BikeEvent.BikeRegistered;
import io.chatledger.eventstore.example.BikeEvent.BikeRented;
import io.chatledger.eventstore.example.BikeEvent.BikeReturned;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A bike that one rider has at a time. */
class Bike {

    @AggregateIdentifier
    private @Nullable String id;

    private @Nullable String rider;

    Bike() {}

    @CommandHandler
    Bike(RegisterBike command) {
        apply(new BikeRegistered(command.bike(), command.kind()));
    }

    @CommandHandler
    void handle(RentBike command) {
        if (rider != null) {
            throw new IllegalStateException(command.bike() + " is rented");
        }
        apply(new BikeRented(command.bike(), command.rider()));
    }

    @CommandHandler
    void handle(ReturnBike command) {
        apply(new BikeReturned(command.bike(), command.station()));
    }

    @EventSourcingHandler
    void on(BikeEvent event) {
        id = event.bike();
        rider = event instanceof BikeRented rented ? rented.rider() : null;
    }
}
