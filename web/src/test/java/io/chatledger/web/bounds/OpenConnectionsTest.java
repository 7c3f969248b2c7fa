package io.chatledger.web.bounds;

import static io.chatledger.web.bounds.OpenConnections.Verdict.ADMITTED;
import static io.chatledger.web.bounds.OpenConnections.Verdict.TOO_MANY_IN_ALL;
import static io.chatledger.web.bounds.OpenConnections.Verdict.TOO_MANY_OF_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenConnectionsTest {

    private final OpenConnections connections = new OpenConnections(100, 400, new TrustedProxies(List.of("10.0.0.1")));

    @Test
    void anAddressHasItsShare() {
        assertThat(admitted("192.0.2.1", 150)).isEqualTo(100);
        assertThat(connections.admit(address("192.0.2.1"), false)).isEqualTo(TOO_MANY_OF_ADDRESS);
    }

    @Test
    void theShareShrinksAsTheHouseFills() {
        assertThat(admitted("192.0.2.1", 150)).isEqualTo(100);
        assertThat(admitted("192.0.2.2", 150)).isEqualTo(100);
        assertThat(admitted("192.0.2.3", 150)).isEqualTo(25);
    }

    @Test
    void whereSomebodyIsKnownTheShareDoesNotShrink() {
        strangers(340);
        assertThat(known("192.0.2.1", 50)).isEqualTo(50);
    }

    @Test
    void whereSomebodyIsKnownOneHasTheShareAndNoMore() {
        assertThat(known("192.0.2.1", 150)).isEqualTo(100);
        assertThat(connections.admit(address("192.0.2.1"), true)).isEqualTo(TOO_MANY_OF_ADDRESS);
    }

    @Test
    void theLastPlacesAreForThoseWhoAreKnown() {
        assertThat(strangers(500)).isEqualTo(350);
        assertThat(connections.admit(address("198.51.100.1"), false)).isEqualTo(TOO_MANY_IN_ALL);
        assertThat(known("198.51.100.1", 40)).isEqualTo(40);
    }

    @Test
    void allAddressesTogetherHaveAnEnd() {
        strangers(500);
        assertThat(known("198.51.100.1", 60)).isEqualTo(50);
        assertThat(connections.admit(address("198.51.100.2"), true)).isEqualTo(TOO_MANY_IN_ALL);
    }

    @Test
    void aTrustedProxyIsBoundOnlyByTheWhole() {
        assertThat(admitted("10.0.0.1", 500)).isEqualTo(400);
    }

    @Test
    void aNetworkOfTheSixthVersionCountsAsOneAddress() {
        long admitted = IntStream.range(1, 151)
                .filter(n -> connections.admit(address("2001:db8::" + Integer.toHexString(n)), false) == ADMITTED)
                .count();
        assertThat(admitted).isEqualTo(100);
    }

    @Test
    void whatIsClosedIsFreeAgain() {
        admitted("192.0.2.1", 100);
        connections.release(address("192.0.2.1"));
        assertThat(admitted("192.0.2.1", 5)).isEqualTo(1);
    }

    @Test
    void withoutABoundForOneOnlyTheWholeCounts() {
        OpenConnections unbound = new OpenConnections(0, 400, new TrustedProxies(List.of()));
        long admitted = IntStream.range(0, 500)
                .filter(n -> unbound.admit(address("192.0.2.1"), true) == ADMITTED)
                .count();
        assertThat(admitted).isEqualTo(400);
    }

    private long admitted(String address, int times) {
        return IntStream.range(0, times)
                .filter(n -> connections.admit(address(address), false) == ADMITTED)
                .count();
    }

    private long known(String address, int times) {
        return IntStream.range(0, times)
                .filter(n -> connections.admit(address(address), true) == ADMITTED)
                .count();
    }

    /** Each with an address of its own. */
    private long strangers(int count) {
        return IntStream.range(0, count)
                .filter(n -> admitted("203.0." + n / 250 + "." + n % 250, 1) == 1)
                .count();
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
