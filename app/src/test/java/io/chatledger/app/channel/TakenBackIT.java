package io.chatledger.app.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chatledger.app.rig.Body;
import io.chatledger.app.rig.Business;
import io.chatledger.app.rig.Number;
import io.chatledger.app.rig.RunningApplication;
import io.chatledger.app.rig.Unique;
import io.chatledger.app.rig.Webhook;
import io.chatledger.command.channel.ChannelSecrets;
import io.chatledger.command.claim.ClaimIndex;
import io.chatledger.kernel.channel.ChannelEvent.ChannelConnected;
import io.chatledger.kernel.channel.ChannelEvent.RouteClaimed;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.vault.SecretVault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A number that was claimed before anybody asked for a proof, and its owner. */
class TakenBackIT {

    private static final String CHANNELS = "/api/v1/channels";

    private final Business thief = Business.register();
    private final Business owner = Business.register();
    private final Number number = Number.unconnected();
    private final ChannelId claimed = ChannelId.of(new TenantId(thief.id()), UUID.randomUUID());

    @BeforeEach
    void isClaimedByAnother() {
        ClaimId claim = RunningApplication.bean(ClaimIndex.class)
                .of(TenantId.PLATFORM, RouteClaimed.endpoints(Provider.CLOUD_API), number.phoneNumberId());
        RunningApplication.bean(SecretVault.class)
                .put(claimed.tenant(), claimed.key(), "access-token", "bogus".getBytes(StandardCharsets.UTF_8));
        Instant at = Instant.now();
        happened(claim, new RouteClaimed(claim, claimed, at));
        happened(
                claimed,
                new ChannelConnected(
                        claimed,
                        claim,
                        new Endpoint(Provider.CLOUD_API, number.phoneNumberId()),
                        "Mine",
                        null,
                        null,
                        at));
    }

    @Test
    void theOwnersTokenWins() {
        owner.connect(number);

        assertThat(only(owner).get("status").asString()).isEqualTo("connected");
        assertThat(only(owner).get("notice").asString()).isEqualTo("taken-back");
    }

    @Test
    void theOtherOneIsToldWhy() {
        owner.connect(number);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> only(thief).get("status").asString(), "disconnected"::equals);
        assertThat(only(thief).get("notice").asString()).isEqualTo("connected-by-owner");
        List<JsonNode> history = thief.upToDate().all("/api/v1/audit/events?feature=channel");
        assertThat(history)
                .extracting(event -> event.get("type").asString())
                .containsExactlyInAnyOrder("channel.ChannelConnected", "channel.ChannelDisplaced");
        assertThat(history.toString()).doesNotContain(owner.id());
    }

    @Test
    void bothSeeItOnTheirPages() {
        owner.connect(number);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> only(thief).get("status").asString(), "disconnected"::equals);

        assertThat(thief.upToDate().get("/panel/channels?lang=en").text()).contains("its owner connected it");
        assertThat(owner.upToDate().get("/panel/channels?lang=en").text()).contains("Another company had it connected");
    }

    @Test
    void whatCustomersWriteGoesToTheOwnerFromThenOn() {
        Webhook.deliver(Body.messages(number, List.of(Body.text("56911112222", Unique.wamid(), "Antes"))));
        thief.settle();
        owner.connect(number);
        Webhook.deliver(Body.messages(number, List.of(Body.text("56911112222", Unique.wamid(), "Después"))));

        assertThat(owner.messages())
                .extracting(one -> one.get("text").asString())
                .containsExactly("Después");
        assertThat(thief.messages())
                .extracting(one -> one.get("text").asString())
                .containsExactly("Antes");
        assertThat(thief.journal()).hasSize(1);
    }

    @Test
    void theOtherOnesTokenIsForgotten() {
        owner.connect(number);

        ChannelSecrets secrets = RunningApplication.bean(ChannelSecrets.class);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> secrets.accessToken(claimed).isEmpty());
    }

    private static JsonNode only(Business business) {
        List<JsonNode> channels = business.upToDate().get(CHANNELS).items();
        assertThat(channels).hasSize(1);
        return channels.getFirst();
    }

    private void happened(StreamId stream, Event event) {
        RunningApplication.bean(EventStore.class)
                .publish(new GenericDomainEventMessage<>(
                        "Channel",
                        stream.value(),
                        0,
                        event,
                        Origin.of(claimed.tenant(), Actor.SYSTEM).toMetaData()));
    }
}
