package io.chatledger.kernel.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.account.AccountEvent;
import io.chatledger.kernel.channel.ChannelEvent;
import io.chatledger.kernel.contact.ContactEvent;
import io.chatledger.kernel.conversation.ConversationEvent;
import io.chatledger.kernel.message.EventRegistry.Named;
import io.chatledger.kernel.request.RequestEvent;
import io.chatledger.kernel.tenant.TenantEvent;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventRegistryTest {

    private final EventRegistry registry = Features.builtIn().registry();

    @Test
    void aNameIsTheFeatureAndTheEvent() {
        assertThat(registry.nameOf(ConversationEvent.MessageReceived.class))
                .isEqualTo(new Named("conversation.MessageReceived", 3));
        assertThat(registry.classOf("conversation.MessageReceived")).isEqualTo(ConversationEvent.MessageReceived.class);
    }

    @Test
    void noNameContainsAnythingOfThePackageOrTheEnclosingClass() {
        assertThat(registry.all())
                .isNotEmpty()
                .allSatisfy((name, type) ->
                        assertThat(name).matches("[a-z]+\\.[A-Z][A-Za-z]+").doesNotContain(type.getPackageName(), "$"));
    }

    @Test
    void namesAreInOrder() {
        assertThat(List.copyOf(registry.all().keySet())).isSorted();
    }

    @Test
    void everyEventIsARecordThatLeadsBackToItsName() {
        assertThat(registry.all()).allSatisfy((name, type) -> {
            assertThat(type).isFinal().isRecord();
            assertThat(registry.nameOf(type)).extracting(Named::name).isEqualTo(name);
        });
    }

    @Test
    void claimsAreEventsOfTheirFeature() {
        assertThat(registry.all())
                .containsEntry("account.EmailClaimed", AccountEvent.EmailClaimed.class)
                .containsEntry("tenant.SlugClaimed", TenantEvent.SlugClaimed.class)
                .containsEntry("channel.RouteClaimed", ChannelEvent.RouteClaimed.class)
                .containsEntry("channel.RouteReleased", ChannelEvent.RouteReleased.class)
                .containsEntry("contact.IdentityClaimed", ContactEvent.IdentityClaimed.class)
                .containsEntry("conversation.MessageIdentified", ConversationEvent.MessageIdentified.class)
                .containsEntry("request.RequestCompleted", RequestEvent.RequestCompleted.class);
    }

    @Test
    void theRevisionIsTheAnnotatedOne() {
        EventRegistry parcels = new EventRegistry(Map.of("parcel", List.of(ParcelEvent.class)));

        assertThat(parcels.nameOf(ParcelEvent.ParcelSent.class)).isEqualTo(new Named("parcel.ParcelSent", 3));
        assertThat(parcels.nameOf(ParcelEvent.ParcelLost.class)).isEqualTo(new Named("parcel.ParcelLost", 1));
    }

    @Test
    void whatIsUnknownHasNeitherClassNorName() {
        assertThat(registry.classOf("conversation.MessageReceive")).isNull();
        assertThat(registry.classOf(ConversationEvent.MessageReceived.class.getName()))
                .isNull();
        assertThat(registry.nameOf(TenantId.class)).isNull();
        assertThat(registry.nameOf(ConversationEvent.OfConversation.class)).isNull();
    }

    @Test
    void aFamilyMustBeASealedInterface() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EventRegistry(of(OpenEvent.class)));
        assertThatIllegalArgumentException().isThrownBy(() -> new EventRegistry(of(LonelyEvent.class)));
    }

    @Test
    void twoEventsCannotShareAName() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> new EventRegistry(Map.of("parcel", List.of(ParcelEvent.class, Other.ParcelEvent.class))))
                .withMessageContaining("parcel.ParcelLost");
    }

    @Test
    void aFeatureIsNamedInLowerCaseLetters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventRegistry(Map.of("lost.parcel", List.of(ParcelEvent.class))))
                .withMessageContaining("lost.parcel");
    }

    private static Map<String, List<Class<? extends Event>>> of(Class<? extends Event> family) {
        return Map.of("parcel", List.of(family));
    }

    private interface OpenEvent extends Event {}

    private record LonelyEvent(Instant at) implements Event {}

    /** Another package's family of the same name. */
    private interface Other {

        sealed interface ParcelEvent extends Event {
            record ParcelLost(Instant at) implements ParcelEvent {}
        }
    }
}
