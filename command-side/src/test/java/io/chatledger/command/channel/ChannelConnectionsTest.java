package io.chatledger.command.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.kernel.channel.ChannelCommand.ConnectChannel;
import io.chatledger.kernel.channel.ChannelCommand.DisconnectChannel;
import io.chatledger.kernel.channel.ChannelEvent.ChannelConnected;
import io.chatledger.kernel.channel.ChannelEvent.ChannelDisconnected;
import io.chatledger.kernel.channel.ChannelEvent.RouteClaimed;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.claim.ClaimCommand.FindHolder;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.claim.ClaimKind;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ChannelConnectionsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");

    private final CommandSide side = new CommandSide(new ChannelConfiguration(new Aggregates()));

    @AfterEach
    void end() {
        side.close();
    }

    @Test
    void routesANumberToItsChannel() {
        ChannelId channel = connect(ACME, "1001", "waba-1");
        assertThat(route(RouteClaimed.endpoints(Provider.CLOUD_API), "1001")).isEqualTo(channel);
        assertThat(route(RouteClaimed.accounts(Provider.CLOUD_API), "waba-1")).isEqualTo(channel);
        assertThat(side.events(ChannelConnected.class))
                .extracting(ChannelConnected::endpoint)
                .containsExactly(new Endpoint(Provider.CLOUD_API, "1001"));
    }

    @Test
    void knowsNoRouteForWhatNobodyConnected() {
        assertThat(route(RouteClaimed.endpoints(Provider.CLOUD_API), "1001")).isNull();
    }

    @Test
    void refusesANumberThatIsConnectedAlready() {
        ChannelId channel = connect(ACME, "1001", null);
        assertThatThrownBy(() -> connect(OTHER, "1001", null)).satisfies(refusal -> is(refusal, "phone-number-taken"));
        assertThat(route(RouteClaimed.endpoints(Provider.CLOUD_API), "1001")).isEqualTo(channel);
        assertThat(side.events(ChannelConnected.class)).hasSize(1);
    }

    @Test
    void givesANumberFreeByDisconnecting() {
        side.send(new DisconnectChannel(connect(ACME, "1001", null), NOW));
        assertThat(route(RouteClaimed.endpoints(Provider.CLOUD_API), "1001")).isNull();
        ChannelId next = connect(ACME, "1001", null);
        assertThat(route(RouteClaimed.endpoints(Provider.CLOUD_API), "1001")).isEqualTo(next);
    }

    @Test
    void refusesToDisconnectTwice() {
        ChannelId channel = connect(ACME, "1001", null);
        side.send(new DisconnectChannel(channel, NOW));
        assertThatThrownBy(() -> side.send(new DisconnectChannel(channel, NOW)))
                .satisfies(refusal -> is(refusal, "invalid-transition"));
        assertThat(side.events(ChannelDisconnected.class)).hasSize(1);
    }

    @Test
    void hasNoChannelOfAnUnknownId() {
        ChannelId unknown = ChannelId.of(ACME, UUID.randomUUID());
        assertThatThrownBy(() -> side.send(new DisconnectChannel(unknown, NOW)))
                .satisfies(refusal -> is(refusal, "not-found"));
    }

    @Test
    void leavesABusinessAccountToItsFirstChannel() {
        ChannelId first = connect(ACME, "1001", "waba-1");
        connect(ACME, "1002", "waba-1");
        assertThat(route(RouteClaimed.accounts(Provider.CLOUD_API), "waba-1")).isEqualTo(first);
    }

    @Test
    void givesABusinessAccountToTheNextWhereTheFirstChannelIsGone() {
        side.send(new DisconnectChannel(connect(ACME, "1001", "waba-1"), NOW));
        ChannelId next = connect(OTHER, "1002", "waba-1");
        assertThat(route(RouteClaimed.accounts(Provider.CLOUD_API), "waba-1")).isEqualTo(next);
    }

    @RepeatedTest(20)
    void connectsANumberOnceOfManyAtOnce() throws Exception {
        List<String> outcomes = CommandSide.atOnce(16, n -> {
            try {
                return connect(n % 2 == 0 ? ACME : OTHER, "1001", "waba-1").value();
            } catch (DomainProblem refused) {
                return refused.code();
            }
        });
        assertThat(outcomes.stream().filter(outcome -> !outcome.equals("phone-number-taken")))
                .containsExactly(Objects.requireNonNull(route(RouteClaimed.endpoints(Provider.CLOUD_API), "1001"))
                        .value());
        assertThat(side.events(ChannelConnected.class)).hasSize(1);
    }

    private ChannelId connect(TenantId tenant, String number, @Nullable String waba) {
        ChannelId channel = ChannelId.of(tenant, UUID.randomUUID());
        side.send(new ConnectChannel(
                channel,
                claim(RouteClaimed.endpoints(Provider.CLOUD_API), number),
                waba == null ? null : claim(RouteClaimed.accounts(Provider.CLOUD_API), waba),
                new Endpoint(Provider.CLOUD_API, number),
                "Front desk",
                waba,
                null,
                NOW));
        return channel;
    }

    private @Nullable ChannelId route(ClaimKind kind, String value) {
        return side.send(new FindHolder(claim(kind, value)));
    }

    private static ClaimId claim(ClaimKind kind, String value) {
        return CommandSide.CLAIMS.of(TenantId.PLATFORM, kind, value);
    }

    private static void is(Throwable refusal, String code) {
        assertThat(refusal)
                .isInstanceOfSatisfying(
                        DomainProblem.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
