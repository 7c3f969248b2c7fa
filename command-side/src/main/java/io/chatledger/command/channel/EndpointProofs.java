package io.chatledger.command.channel;

import io.chatledger.command.Commands;
import io.chatledger.command.RareLine;
import io.chatledger.command.channel.EndpointOwnership.Proof;
import io.chatledger.kernel.channel.ChannelCommand.ConnectedEndpoint;
import io.chatledger.kernel.channel.ChannelCommand.DescribeChannel;
import io.chatledger.kernel.channel.ChannelCommand.ProveChannel;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.claim.ClaimCommand.FindHolder;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.problem.DomainProblem.Kind;
import io.chatledger.kernel.tenant.TenantId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Believes no claim on an endpoint before its provider has confirmed it. */
@Component
class EndpointProofs {

    private static final RareLine UNAVAILABLE = new RareLine(LoggerFactory.getLogger(EndpointProofs.class));

    private final Map<Provider, EndpointOwnership> byProvider;
    private final ChannelSecrets tokens;
    private final Commands commands;
    private final InstantSource clock;

    EndpointProofs(List<EndpointOwnership> providers, ChannelSecrets tokens, Commands commands, InstantSource clock) {
        this.byProvider =
                providers.stream().collect(Collectors.toUnmodifiableMap(EndpointOwnership::provider, each -> each));
        this.tokens = tokens;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Who holds the number is asked about first: a provider that gives a number to the first token that names it, as the
     * sandbox does, must not give it to a newcomer.
     *
     * @throws DomainProblem {@code token-not-for-this-number} where the provider says so, {@code provider-unavailable}
     *     where it cannot be asked, {@code cannot-be-proved} where it knows no proof
     */
    Proof.Proved demand(
            TenantId tenant, ClaimId endpointClaim, Endpoint endpoint, @Nullable String account, String token) {
        giveHolderAChance(endpointClaim);
        return demand(tenant, endpoint, account, token);
    }

    /** Those that can be asked, so that their endpoints can be connected with a token. */
    Set<Provider> providers() {
        return byProvider.keySet();
    }

    /** As above, for a channel that is connected, with the token that it has. */
    void demand(ChannelId channel) {
        ConnectedEndpoint number =
                commands.send(new DescribeChannel(channel), Origin.of(channel.tenant(), Actor.SYSTEM));
        String token = tokens.accessToken(channel)
                .orElseThrow(
                        () -> DomainProblem.conflict("invalid-transition", "The channel is disconnected already."));
        demand(channel.tenant(), number.endpoint(), number.account(), token);
    }

    /**
     * Who has the number without a proof, as channels of before one was asked for do, may have a valid token all the
     * same: then it is proved now, and stays.
     */
    private void giveHolderAChance(ClaimId endpointClaim) {
        ChannelId holder =
                commands.send(new FindHolder(endpointClaim), Origin.of(endpointClaim.tenant(), Actor.SYSTEM));
        if (holder == null) {
            return;
        }
        Origin origin = Origin.of(holder.tenant(), Actor.SYSTEM);
        ConnectedEndpoint number = commands.send(new DescribeChannel(holder), origin);
        Optional<String> token = tokens.accessToken(holder);
        if (number.proved()
                || token.isEmpty()
                || !byProvider.containsKey(number.endpoint().provider())) {
            return;
        }
        Proof proof = prove(holder.tenant(), number.endpoint(), number.account(), token.get());
        if (proof instanceof Proof.Unavailable unavailable) {
            throw unavailable(unavailable);
        }
        if (proof instanceof Proof.Proved) {
            commands.send(new ProveChannel(holder, clock.instant()), origin);
        }
    }

    private Proof.Proved demand(TenantId tenant, Endpoint endpoint, @Nullable String account, String token) {
        return switch (prove(tenant, endpoint, account, token)) {
            case Proof.Proved proved -> proved;
            case Proof.Refused refused -> throw refusal(refused);
            case Proof.Unavailable unavailable -> throw unavailable(unavailable);
        };
    }

    /** Where a provider knows no proof, who has connected an endpoint has done it by the provider's own door. */
    private Proof prove(TenantId tenant, Endpoint endpoint, @Nullable String account, String token) {
        EndpointOwnership provider = byProvider.get(endpoint.provider());
        if (provider == null) {
            throw DomainProblem.conflict(
                    "cannot-be-proved",
                    "Whose an endpoint of the provider " + endpoint.provider() + " is needs no proof.");
        }
        return provider.prove(tenant, endpoint.id(), account, token);
    }

    private static DomainProblem refusal(Proof.Refused refused) {
        String message = refused.field().equals("wabaId")
                ? "The number is not one of this business account's."
                : "The provider says that this token is not for this number: " + refused.reason() + ".";
        return new DomainProblem(
                Kind.UNPROCESSABLE,
                "token-not-for-this-number",
                message,
                Map.of(
                        "errors",
                        List.of(Map.of("field", refused.field(), "code", refused.reason(), "message", message))));
    }

    private static DomainProblem unavailable(Proof.Unavailable unavailable) {
        UNAVAILABLE.warn("Whose a number is could not be asked", unavailable.reason());
        return new DomainProblem(
                Kind.BAD_GATEWAY,
                "provider-unavailable",
                "The provider cannot be asked now whether the token is for the number. Try again in a while.");
    }
}
