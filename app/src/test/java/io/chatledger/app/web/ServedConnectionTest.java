package io.chatledger.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class ServedConnectionTest {

    private final KnownCallers known = new KnownCallers();

    @Test
    void strangersWaitByTheirAddress() {
        assertThat(connection("192.0.2.1").line())
                .isEqualTo(connection("192.0.2.1").line());
        assertThat(connection("192.0.2.1").line())
                .isNotEqualTo(connection("192.0.2.2").line());
        assertThat(connection("192.0.2.1").isKnown()).isFalse();
    }

    @Test
    void whereSomebodyHasSignedInOneIsKnown() {
        connection("192.0.2.1").signedIn("one");
        assertThat(connection("192.0.2.1").isKnown()).isTrue();
        assertThat(connection("192.0.2.2").isKnown()).isFalse();
    }

    @Test
    void aTenantWaitsInOneLineHoweverManyAddressesItHas() {
        connection("192.0.2.1").signedIn("one");
        connection("192.0.2.2").signedIn("one");
        connection("192.0.2.3").signedIn("other");
        assertThat(connection("192.0.2.1").line())
                .isEqualTo(connection("192.0.2.2").line());
        assertThat(connection("192.0.2.1").line())
                .isNotEqualTo(connection("192.0.2.3").line());
    }

    @Test
    void whoeverSendsSignedWebhooksIsKnownByTheAddress() {
        connection("192.0.2.1").signed();
        assertThat(connection("192.0.2.1").isKnown()).isTrue();
        assertThat(connection("192.0.2.1").line()).isEqualTo("192.0.2.1");
    }

    @Test
    void whatOneHasDoneThroughAProxyHoldsUpNobodyElseBehindIt() {
        proxied("192.0.2.9 1").signedIn("greedy");
        assertThat(proxied("192.0.2.9 1").line()).isEqualTo("192.0.2.9 1");
        assertThat(proxied("192.0.2.9 2").isKnown()).isFalse();
    }

    private ServedConnection connection(String address) {
        return new ServedConnection(InetAddress.ofLiteral(address), address, false, known);
    }

    private ServedConnection proxied(String place) {
        return new ServedConnection(InetAddress.ofLiteral("192.0.2.9"), place, true, known);
    }
}
