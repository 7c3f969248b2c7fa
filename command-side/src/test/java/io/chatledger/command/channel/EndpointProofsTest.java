package io.chatledger.command.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.command.channel.EndpointOwnership.Proof;
import io.chatledger.kernel.channel.ChannelCommand.ConnectedEndpoint;
import io.chatledger.kernel.channel.ChannelCommand.DescribeChannel;
import io.chatledger.kernel.channel.ChannelEvent.ChannelConnected;
import io.chatledger.kernel.channel.ChannelEvent.RouteClaimed;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With a provider that gives a number to the first token that names it, as the sandbox does. */
class EndpointProofsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final TenantId HOLDER = new TenantId("holder");
    private static final TenantId NEWCOMER = new TenantId("newcomer");
    private static final Endpoint ENDPOINT = new Endpoint(Provider.CLOUD_API, "1001");
    private static final ClaimId NUMBER =
            CommandSide.CLAIMS.of(TenantId.PLATFORM, RouteClaimed.endpoints(Provider.CLOUD_API), "1001");

    private final CommandSide side = new CommandSide(new ChannelConfiguration(new Aggregates()));
    private final Map<String, String> given = new HashMap<>();
    private final Map<ChannelId, String> tokens = new HashMap<>();
    private final EndpointProofs proofs = new EndpointProofs(
            List.of(new Sandbox()), channel -> Optional.ofNullable(tokens.get(channel)), side.commands(), () -> NOW);

    private final class Sandbox implements EndpointOwnership {
        @Override
        public Provider provider() {
            return Provider.CLOUD_API;
        }

        @Override
        public Proof prove(TenantId tenant, String id, @Nullable String account, String accessToken) {
            return given.computeIfAbsent(id, number -> accessToken).equals(accessToken)
                    ? new Proof.Proved(null)
                    : new Proof.Refused("accessToken", "unknown-object");
        }
    }

    @AfterEach
    void end() {
        side.close();
    }

    @Test
    void whoHoldsANumberWithoutAProofIsAskedAboutFirst() {
        ChannelId holders = heldLongAgo();
        assertThatThrownBy(() -> proofs.demand(NEWCOMER, NUMBER, ENDPOINT, null, "newcomers"))
                .isInstanceOfSatisfying(
                        DomainProblem.class, no -> assertThat(no.code()).isEqualTo("token-not-for-this-number"));
        assertThat(side.<ConnectedEndpoint>send(new DescribeChannel(holders)).proved())
                .isTrue();
    }

    @Test
    void aNumberThatNobodyHoldsIsForWhoeverProvesIt() {
        assertThat(proofs.demand(NEWCOMER, NUMBER, ENDPOINT, null, "newcomers")).isEqualTo(new Proof.Proved(null));
    }

    /** As channels were connected before anybody asked for a proof. */
    private ChannelId heldLongAgo() {
        ChannelId channel = ChannelId.of(HOLDER, UUID.randomUUID());
        side.publish(new RouteClaimed(NUMBER, channel, NOW), NUMBER);
        side.publish(new ChannelConnected(channel, NUMBER, ENDPOINT, "Mine", null, null, NOW), channel);
        tokens.put(channel, "holders");
        return channel;
    }
}
