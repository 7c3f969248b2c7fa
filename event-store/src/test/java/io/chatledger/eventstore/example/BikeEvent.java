package io.chatledger.eventstore.example;

/** What can have happened. */
sealed interface BikeEvent {

    String bike();

    record BikeRegistered(String bike, String kind) implements BikeEvent {}

    record BikeRented(String bike, String rider) implements BikeEvent {}

    record BikeReturned(String bike, String station) implements BikeEvent {}
}
