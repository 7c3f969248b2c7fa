package io.chatledger.web.bounds;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.web.RefusedBody;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeBoundsTest {

    private static final int MIB = 1024 * 1024;
    private static final Duration TIME = Duration.ofSeconds(30);
    private static final WebLimits LIMITS = new WebLimits(List.of(), new WebLimits.Limit(256, 4_096, TIME, TIME, TIME));

    private final KnownCallers known = new KnownCallers();
    private final Turns turns = new Turns(Runnable::run);
    private final ExchangeBounds bounds = new ExchangeBounds(LIMITS, new TrustedProxies(List.of()), Path.of("."));

    @Test
    void strangersWhoFillTheirRoomForWebhooksTakeNothingFromThoseWhoAreKnown() throws RefusedBody {
        connection("198.51.100.1").signed("198.51.100.1");
        for (int n = 1; n <= 4; n++) {
            take("192.0.2." + n, 32);
        }
        assertThatThrownBy(() -> take("192.0.2.5", 1)).isInstanceOf(RefusedBody.class);
        assertThatCode(() -> take("198.51.100.1", 32)).doesNotThrowAnyException();
    }

    private void take(String address, int mebibytes) throws RefusedBody {
        bounds.ofWebhook(connection(address), address).arriving().take(address, (long) mebibytes * MIB);
    }

    private ServedConnection connection(String address) {
        return new ServedConnection(InetAddress.ofLiteral(address), address, false, known, turns);
    }
}
