package io.chatledger.eventstore.example;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked for. */
sealed interface BikeCommand {

    record RegisterBike(@TargetAggregateIdentifier String bike, String kind) implements BikeCommand {}

    record RentBike(@TargetAggregateIdentifier String bike, String rider) implements BikeCommand {}

    record ReturnBike(@TargetAggregateIdentifier String bike, String station) implements BikeCommand {}
}
