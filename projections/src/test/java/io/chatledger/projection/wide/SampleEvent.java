package io.chatledger.projection.wide;

import io.chatledger.kernel.message.Event;
import io.chatledger.projection.Facts;
import java.time.Instant;
import java.util.List;

/** What happens in a shop whose rows are touched by events of several streams; each stream counts its events. */
public sealed interface SampleEvent extends Event {

    /** The name of the stream. */
    String stream();

    @Override
    default Instant at() {
        return Instant.EPOCH;
    }

    /** An order is paid: what one account gives, another one gets. */
    record EntryPosted(int order, int number, String from, String to, int amount) implements SampleEvent {
        @Override
        public String stream() {
            return Facts.TENANT.value() + "/order/" + order;
        }
    }

    /** A booking takes some resources. */
    record BookingMade(int booking, List<String> resources) implements SampleEvent {
        @Override
        public String stream() {
            return Facts.TENANT.value() + "/booking/" + booking;
        }
    }

    /** The other family: a resource is open or closed. */
    record ResourceClosed(String resource, int number) implements SampleEvent {
        @Override
        public String stream() {
            return Facts.TENANT.value() + "/resource/" + resource;
        }
    }
}
