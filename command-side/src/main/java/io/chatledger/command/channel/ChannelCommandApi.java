package io.chatledger.command.channel;

import io.chatledger.command.OnceStored;
import io.chatledger.command.channel.EndpointOwnership.Proof.Proved;
import io.chatledger.command.claim.ClaimIndex;
import io.chatledger.command.request.ApiCommands;
import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.channel.ChannelCommand.ConnectChannel;
import io.chatledger.kernel.channel.ChannelCommand.DisconnectChannel;
import io.chatledger.kernel.channel.ChannelCommand.ProveChannel;
import io.chatledger.kernel.channel.ChannelEvent.RouteClaimed;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.problem.Refuses;
import io.chatledger.kernel.tenant.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Connects and disconnects numbers. */
@RestController
@RequestMapping("/api/v1/channels")
class ChannelCommandApi {

    private final ApiCommands commands;
    private final ClaimIndex claims;
    private final ChannelTokens tokens;
    private final EndpointProofs proofs;
    private final InstantSource clock;

    ChannelCommandApi(
            ApiCommands commands, ClaimIndex claims, ChannelTokens tokens, EndpointProofs proofs, InstantSource clock) {
        this.commands = commands;
        this.claims = claims;
        this.tokens = tokens;
        this.proofs = proofs;
        this.clock = clock;
    }

    /**
     * Connects a number, once the Graph API has confirmed that the token is for it.
     *
     * <p>From then on its messages arrive and can be answered. The access token is kept encrypted and never shown again.
     * A number is kept for who proved it first, and for 30 days for who disconnected it.
     *
     * @return the channel
     */
    @PostMapping
    @Allowed("channels.write")
    @Refuses({"phone-number-taken", "token-not-for-this-number", "provider-unavailable"})
    ResponseEntity<Map<String, Object>> connect(
            @Valid @RequestBody ConnectRequest body, Caller caller, HttpServletRequest request) {
        Provider provider = new Provider(body.provider());
        if (!proofs.providers().contains(provider)) {
            throw DomainProblem.invalid(
                    "provider", "not-available", "Only " + connectable() + " can be connected yet.");
        }
        Origin origin = Origin.of(caller.tenant(), caller.actor());
        Optional<Map<String, Object>> before = commands.answered(request, origin, body);
        return before.isPresent()
                ? commands.answer(HttpStatus.CREATED, before.get())
                : connectProved(body, origin, request);
    }

    private String connectable() {
        return proofs.providers().stream().map(Provider::name).sorted().collect(Collectors.joining(", "));
    }

    private ResponseEntity<Map<String, Object>> connectProved(
            ConnectRequest body, Origin origin, HttpServletRequest request) {
        ChannelId channel = ChannelId.of(origin.tenant(), UUID.randomUUID());
        Proved proved =
                proofs.demand(origin.tenant(), endpointClaim(body), endpoint(body), body.wabaId(), body.accessToken());
        ConnectChannel command = command(channel, body, proved);
        tokens.put(channel, body.accessToken());
        try {
            ResponseEntity<Map<String, Object>> answer =
                    commands.carryOut(request, origin, command, body, HttpStatus.CREATED, answer(channel, body));
            Map<String, Object> given = answer.getBody();
            if (given == null || !channel.key().equals(given.get("id"))) {
                OnceStored.leaving("Forgetting the token of a repeated connection", () -> tokens.forget(channel));
            }
            return answer;
        } catch (DomainProblem refused) {
            // After any other failure the channel may be there, and then it needs its token.
            tokens.forget(channel);
            throw refused;
        }
    }

    private static Map<String, Object> answer(ChannelId channel, ConnectRequest body) {
        return Map.of(
                "id", channel.key(),
                "provider", body.provider(),
                "name", body.name().strip(),
                "phoneNumberId", body.phoneNumberId(),
                "status", "connected");
    }

    /**
     * Proves a number.
     *
     * <p>Asks the Graph API with the channel's own token whether the number is the tenant's, for channels of before this
     * was asked when connecting.
     *
     * @return the channel's id and status, and that it is proved
     */
    @PostMapping("/{id}/prove")
    @Allowed("channels.write")
    @Refuses({
        "invalid-transition",
        "cannot-be-proved",
        "phone-number-taken",
        "token-not-for-this-number",
        "provider-unavailable"
    })
    ResponseEntity<Map<String, Object>> prove(@PathVariable String id, Caller caller, HttpServletRequest request) {
        ChannelId channel = channel(caller, id);
        proofs.demand(channel);
        return commands.carryOut(
                request,
                Origin.of(caller.tenant(), caller.actor()),
                new ProveChannel(channel, clock.instant()),
                null,
                HttpStatus.OK,
                Map.of("id", channel.key(), "status", "connected", "proved", true));
    }

    /**
     * Disconnects a number.
     *
     * <p>Its conversations stay readable; the access token is forgotten.
     *
     * @return the channel's id and status
     */
    @PostMapping("/{id}/disconnect")
    @Allowed("channels.write")
    @Refuses("invalid-transition")
    ResponseEntity<Map<String, Object>> disconnect(@PathVariable String id, Caller caller, HttpServletRequest request) {
        ChannelId channel = channel(caller, id);
        ResponseEntity<Map<String, Object>> answer = commands.carryOut(
                request,
                Origin.of(caller.tenant(), caller.actor()),
                new DisconnectChannel(channel, clock.instant()),
                null,
                HttpStatus.OK,
                Map.of("id", channel.key(), "status", "disconnected"));
        OnceStored.leaving("Forgetting the token of a channel", () -> tokens.forget(channel));
        return answer;
    }

    /** A display number of the caller's own is a label; without one it is the provider's. */
    private ConnectChannel command(ChannelId channel, ConnectRequest body, Proved proved) {
        String display = body.displayPhoneNumber();
        return new ConnectChannel(
                channel,
                endpointClaim(body),
                body.wabaId() == null
                        ? null
                        : claims.of(
                                TenantId.PLATFORM,
                                RouteClaimed.accounts(endpoint(body).provider()),
                                body.wabaId()),
                endpoint(body),
                body.name().strip(),
                body.wabaId(),
                display == null ? proved.address() : display,
                clock.instant());
    }

    private static Endpoint endpoint(ConnectRequest body) {
        return new Endpoint(new Provider(body.provider()), body.phoneNumberId());
    }

    private ClaimId endpointClaim(ConnectRequest body) {
        Endpoint endpoint = endpoint(body);
        return claims.of(TenantId.PLATFORM, RouteClaimed.endpoints(endpoint.provider()), endpoint.id());
    }

    private static ChannelId channel(Caller caller, String id) {
        try {
            return ChannelId.of(caller.tenant(), UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            throw DomainProblem.notFound("channel");
        }
    }
}
