package io.chatledger.command.claim;

import static io.chatledger.command.CommandSide.CLAIMS;
import static io.chatledger.command.CommandSide.KEYS;
import static io.chatledger.command.CommandSide.ORIGIN;
import static io.chatledger.command.CommandSide.TENANT;
import static io.chatledger.kernel.tenant.TenantId.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.command.claim.Holdings.Change.Give;
import io.chatledger.command.claim.Holdings.Change.Take;
import io.chatledger.kernel.Features;
import io.chatledger.kernel.account.AccountEvent.EmailClaimed;
import io.chatledger.kernel.account.AccountId;
import io.chatledger.kernel.channel.ChannelEvent.RouteClaimed;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.contact.ContactEvent.IdentityClaimed;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.kernel.tenant.TenantEvent.SlugClaimed;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.kernel.tenant.TenantStreamId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Claims as four kinds of aggregate wrote them, before there was one. They are found, and nobody gets them again. */
class EarlierClaimsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String AT = "\"at\":\"2026-01-01T00:52:04.123456Z\"}";
    private static final String KEY = "dd62a6cb-36f3-3c24-acf5-347844ec9e3a";

    private final Holdings holdings = new Holdings();

    @AfterEach
    void end() {
        holdings.close();
    }

    @Test
    void anEmailAddressIsStillItsAccounts() {
        String stream = "platform/account/" + KEYS.key(PLATFORM, "email", "maria@acme.example");
        past("EmailClaim", stream, 0, "account.EmailClaimed", """
                {"claim":"%s","accountId":"platform/account/%s",""".formatted(stream, KEY));
        ClaimId claim = CLAIMS.of(PLATFORM, EmailClaimed.EMAIL, "maria@acme.example");

        assertThat(holdings.holder(claim)).isEqualTo(new AccountId("platform/account/" + KEY));
        AccountId other = AccountId.of(PLATFORM, new UUID(0, 9));
        assertThat(holdings.does(new Take(new EmailClaimed(claim, other, NOW)))).isFalse();
    }

    @Test
    void aSlugIsStillItsTenants() {
        String stream = "platform/tenant/" + KEYS.key(PLATFORM, "slug", "acme");
        past("SlugClaim", stream, 0, "tenant.SlugClaimed", """
                {"claim":"%s","tenant":"acme",""".formatted(stream));
        ClaimId claim = CLAIMS.of(PLATFORM, SlugClaimed.SLUG, "acme");

        assertThat(holdings.holder(claim)).isEqualTo(TenantStreamId.ofTenant(TENANT));
        TenantId other = new TenantId("other");
        assertThat(holdings.does(new Take(new SlugClaimed(claim, other, NOW)))).isFalse();
    }

    @Test
    void aNumberThatWasTakenOverIsStillItsChannels() {
        String stream = "platform/channel/" + KEYS.key(PLATFORM, "phone-number-id", "1001");
        past("Route", stream, 0, "channel.RouteClaimed", """
                {"claim":"%s","channelId":"thief/channel/%s",""".formatted(stream, KEY));
        past("Route", stream, 1, "channel.RouteTakenOver", """
                {"claim":"%s","channelId":"acme/channel/%s","formerId":"thief/channel/%s",\
                """.formatted(stream, KEY, KEY));
        ClaimId claim = CLAIMS.of(PLATFORM, RouteClaimed.endpoints(Provider.CLOUD_API), "1001");

        ChannelId owners = new ChannelId("acme/channel/" + KEY);
        ChannelId thiefs = new ChannelId("thief/channel/" + KEY);
        assertThat(holdings.holder(claim)).isEqualTo(owners);
        assertThat(holdings.does(new Give(thiefs, new RouteClaimed(claim, thiefs, NOW))))
                .isFalse();
        assertThat(CLAIMS.of(PLATFORM, RouteClaimed.accounts(Provider.CLOUD_API), "waba-1")
                        .value())
                .isEqualTo("platform/channel/" + KEYS.key(PLATFORM, "business-account", "waba-1"));
    }

    @Test
    void anIdentityThatWasReleasedIsFreeAndRemembersWhose() {
        String stream = "acme/contact/" + KEYS.key(TENANT, "identity", "phone:56911111111");
        past("IdentityClaim", stream, 0, "contact.IdentityClaimed", """
                {"claim":"%s","contactId":"acme/contact/%s",""".formatted(stream, KEY));
        past("IdentityClaim", stream, 1, "contact.IdentityReleased", 2, """
                {"claim":"%s","contactId":"acme/contact/%s","upToArrival":7,""".formatted(stream, KEY));
        ClaimId claim = new IdentityClaims(CLAIMS)
                .of(TENANT, List.of(new Identity(IdentityType.phone, "56911111111")))
                .getFirst()
                .claims()
                .getFirst();

        assertThat(holdings.possession(claim)).isEqualTo(new Possession(null, new ContactId("acme/contact/" + KEY), 7));
        ContactId next = ContactId.of(TENANT, new UUID(0, 9));
        assertThat(holdings.does(new Take(new IdentityClaimed(claim, next, NOW))))
                .isTrue();
        assertThat(holdings.holder(claim)).isEqualTo(next);
    }

    private void past(String type, String stream, long sequence, String name, String json) {
        past(type, stream, sequence, name, 1, json);
    }

    /** @param type of the aggregate, as the store has it beside the event */
    private void past(String type, String stream, long sequence, String name, int revision, String json) {
        GenericDomainEventEntry<String> entry = new GenericDomainEventEntry<>(
                type, stream, sequence, "event-" + sequence, NOW, name, "" + revision, json.strip() + AT, "{}");
        Object event = EventUtils.upcastAndDeserializeTrackedEvents(
                        Stream.of(new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(1), entry)),
                        new EventSerializer(Features.builtIn().registry()),
                        Features.builtIn().upcasters())
                .findFirst()
                .orElseThrow()
                .getPayload();
        holdings.side
                .store()
                .publish(new GenericDomainEventMessage<>(type, stream, sequence, event, ORIGIN.toMetaData()));
    }
}
