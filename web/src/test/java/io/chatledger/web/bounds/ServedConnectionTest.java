package io.chatledger.web.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ServedConnectionTest {

    private final KnownCallers known = new KnownCallers();
    private final List<Runnable> started = new CopyOnWriteArrayList<>();
    private final Turns turns = new Turns(started::add);

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
        connection("192.0.2.1").signed("192.0.2.1");
        assertThat(connection("192.0.2.1").isKnown()).isTrue();
        assertThat(connection("192.0.2.1").line()).isEqualTo("192.0.2.1");
    }

    @Test
    void whatOneHasDoneThroughAProxyHoldsUpNobodyElseBehindIt() {
        ServedConnection proxied = proxied("192.0.2.9 1");
        proxied.signedIn("greedy");
        assertThat(proxied.isKnown()).isTrue();
        assertThat(proxied.line()).isEqualTo("192.0.2.9 1");
        assertThat(proxied("192.0.2.9 2").isKnown()).isFalse();
    }

    @Test
    void aProxysNextConnectionFromTheSamePortIsNotKnown() {
        proxied("192.0.2.9 1").signedIn("one");
        proxied("192.0.2.9 1").signed("203.0.113.7");
        assertThat(proxied("192.0.2.9 1").isKnown()).isFalse();
    }

    @Test
    void whoeverSendsSignedWebhooksThroughAProxyIsKnownAndNobodyElseBehindIt() {
        ServedConnection proxied = proxied("192.0.2.9 1");
        proxied.signed("203.0.113.7");
        assertThat(proxied("192.0.2.9 2").knows("203.0.113.7")).isTrue();
        assertThat(proxied.knows("203.0.113.8")).isFalse();
    }

    @Test
    void whatIsSentAlongWithAnotherRequestHasATurnOfItsOwn() throws InterruptedException {
        ServedConnection connection = connection("192.0.2.1");
        connection.entered();
        Thread next = Thread.startVirtualThread(connection::entered);
        await().until(() -> !started.isEmpty());
        assertThat(next.isAlive()).isTrue();
        started.getFirst().run();
        next.join();
    }

    @Test
    void aStrangerWhoAsksForHealthGoesBeforeOtherStrangers() {
        List<String> served = new ArrayList<>();
        connection("192.0.2.1").join(false, () -> served.add("stranger"));
        connection("192.0.2.2").join(true, () -> served.add("health"));
        connection("192.0.2.3").signedIn("one");
        connection("192.0.2.3").join(true, () -> served.add("known"));
        started.forEach(Runnable::run);
        assertThat(served).containsExactly("known", "health", "stranger");
    }

    private ServedConnection connection(String address) {
        return new ServedConnection(InetAddress.ofLiteral(address), address, false, known, turns);
    }

    private ServedConnection proxied(String place) {
        return new ServedConnection(InetAddress.ofLiteral("192.0.2.9"), place, true, known, turns);
    }
}
