package io.chatledger.eventstore.example;

import io.chatledger.eventstore.example.BikeEvent.BikeRented;
import io.chatledger.eventstore.example.BikeEvent.BikeReturned;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Who rides which bike; made anew from the history whenever it is started. */
@ProcessingGroup("rented-bikes")
class RentedBikes {

    private final Map<String, String> riders = new ConcurrentHashMap<>();

    Map<String, String> riders() {
        return Map.copyOf(riders);
    }

    @EventHandler
    void on(BikeRented event) {
        riders.put(event.bike(), event.rider());
    }

    @EventHandler
    void on(BikeReturned event) {
        riders.remove(event.bike());
    }
}
