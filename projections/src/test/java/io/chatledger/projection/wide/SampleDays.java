package io.chatledger.projection.wide;

import io.chatledger.projection.Fact;
import io.chatledger.projection.Facts;
import io.chatledger.projection.RecordedEvents;
import io.chatledger.projection.wide.SampleEvent.BookingMade;
import io.chatledger.projection.wide.SampleEvent.EntryPosted;
import io.chatledger.projection.wide.SampleEvent.ResourceClosed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Orders, bookings and resources, whose streams happen in one of the many orders in which they may. */
final class SampleDays {

    private SampleDays() {}

    /** @param interleaving which of the orders; events of one stream are always in theirs */
    static RecordedEvents of(int events, long interleaving) {
        Random dice = new Random(interleaving);
        List<Deque<SampleEvent>> streams = new ArrayList<>(byStream(events).values());
        RecordedEvents history = new RecordedEvents();
        while (!streams.isEmpty()) {
            Deque<SampleEvent> stream = streams.get(dice.nextInt(streams.size()));
            history.record(new Fact(Facts.TENANT, stream.removeFirst()));
            streams.removeIf(Deque::isEmpty);
        }
        return history;
    }

    private static Map<String, Deque<SampleEvent>> byStream(int events) {
        Random dice = new Random(1);
        Map<String, Deque<SampleEvent>> streams = new TreeMap<>();
        for (int i = 0; i < events; i++) {
            SampleEvent event = event(i, dice);
            streams.computeIfAbsent(event.stream(), none -> new ArrayDeque<>()).add(event);
        }
        return streams;
    }

    private static SampleEvent event(int i, Random dice) {
        return switch (i % 5) {
            case 0, 1, 2 ->
                new EntryPosted(i / 20, i, "a" + dice.nextInt(8), "a" + dice.nextInt(8), 1 + dice.nextInt(100));
            case 3 -> new BookingMade(i, List.of("r" + dice.nextInt(4), "r" + (4 + dice.nextInt(4))));
            default -> new ResourceClosed("r" + dice.nextInt(8), i);
        };
    }
}
