package io.chatledger.web.bounds;

import io.chatledger.command.request.ClientAddress;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many connections are open, in all and of each address. The fuller the house, the fewer a stranger's address may
 * have, so that somebody new still finds a place; the last places are for those who are known.
 */
final class OpenConnections {

    private static final int FEWEST = 8;

    /** Of how many places one is no stranger's. */
    private static final int RESERVED = 8;

    /** Whether one more may be opened. */
    enum Verdict {
        ADMITTED,
        TOO_MANY_OF_ADDRESS,
        TOO_MANY_IN_ALL
    }

    private final int perAddress;
    private final int inAll;
    private final TrustedProxies proxies;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();

    /** @param perAddress 0 for no bound */
    OpenConnections(int perAddress, int inAll, TrustedProxies proxies) {
        this.perAddress = perAddress;
        this.inAll = inAll;
        this.proxies = proxies;
    }

    /**
     * Whoever is admitted has to be {@linkplain #release released} once.
     *
     * @param known whether somebody is {@linkplain KnownCallers known} there
     */
    Verdict admit(InetAddress address, boolean known) {
        boolean proxy = isProxy(address);
        if (total.incrementAndGet() > (known || proxy ? inAll : inAll - inAll / RESERVED)) {
            total.decrementAndGet();
            return Verdict.TOO_MANY_IN_ALL;
        }
        int most = proxy || perAddress == 0 ? Integer.MAX_VALUE : known ? perAddress : share();
        boolean[] admitted = {false};
        open.compute(ClientAddress.network(address), (key, present) -> {
            int count = present == null ? 0 : present;
            admitted[0] = count < most;
            return admitted[0] ? Integer.valueOf(count + 1) : present;
        });
        if (!admitted[0]) {
            total.decrementAndGet();
            return Verdict.TOO_MANY_OF_ADDRESS;
        }
        return Verdict.ADMITTED;
    }

    void release(InetAddress address) {
        total.decrementAndGet();
        open.computeIfPresent(ClientAddress.network(address), (key, count) -> count == 1 ? null : count - 1);
    }

    boolean isProxy(InetAddress address) {
        return proxies.contains(address.getHostAddress());
    }

    int total() {
        return total.get();
    }

    /** What one stranger's address may have at the moment. */
    private int share() {
        int now = total.get();
        int divisor = now > inAll * 3L / 4 ? 16 : now > inAll / 2 ? 4 : 1;
        return Math.min(perAddress, Math.max(FEWEST, perAddress / divisor));
    }
}
