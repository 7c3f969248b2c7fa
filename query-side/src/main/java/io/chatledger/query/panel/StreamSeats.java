package io.chatledger.query.panel;

import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.tenant.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who listens, the longest first. A page that was dropped is not noticed before it is written to, so a new one is never
 * kept out by those that are there: where a person, a tenant or all have as many as they may, the oldest has to go.
 */
final class StreamSeats {

    static final int OF_PERSON = 12;
    static final int OF_TENANT = 200;
    static final int OF_ALL = 2_000;

    private final Map<Listener, Caller> seats = new LinkedHashMap<>();

    /** Those that have to go. */
    synchronized List<Listener> admit(Caller caller, Listener listener) {
        List<Listener> leaving = new ArrayList<>();
        makeRoom(OF_PERSON, caller::equals, leaving);
        makeRoom(OF_TENANT, seated -> seated.tenant().equals(caller.tenant()), leaving);
        if (seats.size() >= OF_ALL) {
            TenantId largest = largest();
            makeRoom(1, seated -> seated.tenant().equals(largest), leaving);
        }
        seats.put(listener, caller);
        return leaving;
    }

    synchronized void leave(Listener listener) {
        seats.remove(listener);
    }

    synchronized List<Listener> all() {
        return List.copyOf(seats.keySet());
    }

    private void makeRoom(int most, Predicate<Caller> of, List<Listener> leaving) {
        List<Listener> own = seats.entrySet().stream()
                .filter(seat -> of.test(seat.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (own.size() >= most) {
            Listener oldest = own.getFirst();
            seats.remove(oldest);
            leaving.add(oldest);
        }
    }

    private TenantId largest() {
        return seats.values().stream()
                .collect(Collectors.groupingBy(Caller::tenant, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .orElseThrow()
                .getKey();
    }
}
