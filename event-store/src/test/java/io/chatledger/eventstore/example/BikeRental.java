package io.chatledger.eventstore.example;

import io.chatledger.eventstore.AggregateCache;
import io.chatledger.eventstore.EventFormat;
import io.chatledger.eventstore.postgres.EventStoreTables;
import io.chatledger.eventstore.postgres.PostgresEventStore;
import io.chatledger.eventstore.postgres.PostgresEventStoreBuilder;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** A whole application on Axon: aggregates, commands, a projection, and the event store of this module. */
final class BikeRental implements AutoCloseable {

    private static final int BIKES_IN_MEMORY = 1_000;

    /** Its connector is on the class path of these tests, and Axon would send commands through it. */
    private static final boolean NO_AXON_SERVER = false;

    private final RentedBikes rented = new RentedBikes();
    private final PostgresEventStore store;
    private final AutoCloseable others;
    private final Configuration axon;

    BikeRental(DataSource dataSource) throws SQLException {
        EventStoreTables.create(dataSource);
        Jackson3Serializer json = Jackson3Serializer.builder().build();
        store = new PostgresEventStoreBuilder(dataSource, EventFormat.of(json)).build();
        AggregateCache bikes = new AggregateCache(BIKES_IN_MEMORY);
        others = store.tellOfOthers(bikes);
        axon = DefaultConfigurer.defaultConfiguration(NO_AXON_SERVER)
                .configureSerializer(configuration -> json)
                .configureEventStore(configuration -> store)
                .configureAggregate(
                        AggregateConfigurer.defaultConfiguration(Bike.class).configureCache(configuration -> bikes))
                .eventProcessing(processing -> processing
                        .usingPooledStreamingEventProcessors()
                        .registerTokenStore(configuration -> new InMemoryTokenStore())
                        .registerEventHandler(configuration -> rented))
                .start();
    }

    void send(BikeCommand command) {
        axon.commandGateway().sendAndWait(command);
    }

    Map<String, String> riders() {
        return rented.riders();
    }

    /** What reads and writes ends before the store does. */
    @Override
    public void close() throws Exception {
        axon.shutdown();
        others.close();
        store.close();
    }
}
