package io.chatledger.command.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.kernel.channel.ChannelCommand.ConnectChannel;
import io.chatledger.kernel.channel.ChannelCommand.ConnectedEndpoint;
import io.chatledger.kernel.channel.ChannelCommand.DescribeChannel;
import io.chatledger.kernel.channel.ChannelCommand.DisconnectChannel;
import io.chatledger.kernel.channel.ChannelCommand.DisplaceChannel;
import io.chatledger.kernel.channel.ChannelCommand.ProveChannel;
import io.chatledger.kernel.channel.ChannelEvent.ChannelConnected;
import io.chatledger.kernel.channel.ChannelEvent.ChannelDisplaced;
import io.chatledger.kernel.channel.ChannelEvent.NumberTakenBack;
import io.chatledger.kernel.channel.ChannelEvent.RouteClaimed;
import io.chatledger.kernel.channel.ChannelEvent.RouteTakenOver;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.claim.ClaimCommand.FindHolder;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NumberTakenBackTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final TenantId OWNER = new TenantId("owner");
    private static final TenantId THIEF = new TenantId("thief");
    private static final ClaimId NUMBER =
            CommandSide.CLAIMS.of(TenantId.PLATFORM, RouteClaimed.endpoints(Provider.CLOUD_API), "1001");
    private static final ClaimId ACCOUNT =
            CommandSide.CLAIMS.of(TenantId.PLATFORM, RouteClaimed.accounts(Provider.CLOUD_API), "waba-1");

    private final CommandSide side = new CommandSide(new ChannelConfiguration(new Aggregates()));

    @AfterEach
    void end() {
        side.close();
    }

    @Test
    void aProofWinsOverAClaimWithoutOne() {
        ChannelId thiefs = claimedLongAgo(THIEF);
        ChannelId owners = connect(OWNER, NOW);

        assertThat(route(NUMBER)).isEqualTo(owners);
        assertThat(side.events(RouteTakenOver.class)).containsExactly(new RouteTakenOver(NUMBER, owners, thiefs, NOW));
    }

    @Test
    void theWinnersHistorySaysWhatHappenedAndNotWhoLost() {
        claimedLongAgo(THIEF);
        ChannelId owners = connect(OWNER, NOW);

        assertThat(side.events(owners)).contains(new NumberTakenBack(owners, NOW));
        assertThat(side.events(owners)).noneMatch(event -> event.toString().contains("thief"));
    }

    @Test
    void theLoserIsToldOnce() {
        ChannelId thiefs = claimedLongAgo(THIEF);
        connect(OWNER, NOW);
        side.send(new DisplaceChannel(thiefs, NOW));
        side.send(new DisplaceChannel(thiefs, NOW));

        assertThat(side.events(ChannelDisplaced.class)).containsExactly(new ChannelDisplaced(thiefs, NOW));
        assertThat(side.<ConnectedEndpoint>send(new DescribeChannel(thiefs)).connected())
                .isFalse();
    }

    @Test
    void theLoserCannotGiveTheNumberAway() {
        ChannelId thiefs = claimedLongAgo(THIEF);
        ChannelId owners = connect(OWNER, NOW);
        side.send(new DisconnectChannel(thiefs, NOW));

        assertThat(route(NUMBER)).isEqualTo(owners);
    }

    @Test
    void theLoserCannotProveTheNumberAnyMore() {
        ChannelId thiefs = claimedLongAgo(THIEF);
        connect(OWNER, NOW);

        assertThatThrownBy(() -> side.send(new ProveChannel(thiefs, NOW)))
                .isInstanceOfSatisfying(
                        DomainProblem.class, no -> assertThat(no.code()).isEqualTo("phone-number-taken"));
    }

    @Test
    void betweenTwoProofsTheFirstStays() {
        ChannelId first = claimedLongAgo(THIEF);
        side.send(new ProveChannel(first, NOW));

        assertThatThrownBy(() -> connect(OWNER, NOW))
                .isInstanceOfSatisfying(
                        DomainProblem.class, no -> assertThat(no.code()).isEqualTo("phone-number-taken"));
        assertThat(route(NUMBER)).isEqualTo(first);
    }

    @Test
    void theBusinessAccountFollowsTheProofToo() {
        ChannelId thiefs = claimedLongAgo(THIEF);
        side.publish(new RouteClaimed(ACCOUNT, thiefs, NOW), ACCOUNT);
        ChannelId owners = connect(OWNER, NOW);

        assertThat(route(ACCOUNT)).isEqualTo(owners);
    }

    @Test
    void aNumberThatItsOwnerLeftIsKeptForThem() {
        side.send(new DisconnectChannel(connect(OWNER, NOW), NOW));
        Instant free = NOW.plus(Duration.ofDays(30));

        assertThatThrownBy(() -> connect(THIEF, free.minusMillis(1)))
                .isInstanceOfSatisfying(DomainProblem.class, no -> {
                    assertThat(no.code()).isEqualTo("phone-number-taken");
                    assertThat(no.details()).containsEntry("freeFrom", free);
                });
        ChannelId next = connect(THIEF, free);
        assertThat(route(NUMBER)).isEqualTo(next);
    }

    @Test
    void aNumberThatWasNeverProvedIsKeptForNobody() {
        side.send(new DisconnectChannel(claimedLongAgo(THIEF), NOW));
        ChannelId owners = connect(OWNER, NOW);

        assertThat(route(NUMBER)).isEqualTo(owners);
    }

    private ChannelId connect(TenantId tenant, Instant at) {
        ChannelId channel = ChannelId.of(tenant, UUID.randomUUID());
        side.send(new ConnectChannel(
                channel, NUMBER, ACCOUNT, new Endpoint(Provider.CLOUD_API, "1001"), "Front desk", "waba-1", null, at));
        return channel;
    }

    /** As channels were connected before anybody asked for a proof. */
    private ChannelId claimedLongAgo(TenantId tenant) {
        ChannelId channel = ChannelId.of(tenant, UUID.randomUUID());
        side.publish(new RouteClaimed(NUMBER, channel, NOW), NUMBER);
        side.publish(
                new ChannelConnected(
                        channel, NUMBER, new Endpoint(Provider.CLOUD_API, "1001"), "Mine", null, null, NOW),
                channel);
        return channel;
    }

    private @Nullable ChannelId route(ClaimId claim) {
        return side.send(new FindHolder(claim));
    }
}
