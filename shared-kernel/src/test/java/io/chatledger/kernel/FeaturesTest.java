package io.chatledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.chatledger.kernel.feature.Effect;
import io.chatledger.kernel.feature.Effect.Outcome;
import io.chatledger.kernel.feature.Effect.Told;
import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.permission.Permission;
import io.chatledger.kernel.permission.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeaturesTest {

    private static final Features BUILT_IN = Features.builtIn();

    @Test
    void aFurtherFeatureIsReadLikeTheOthers() {
        Features features = BUILT_IN.with(List.of(new Parcels("parcel", "parcels.read")));

        assertThat(features.registry().all())
                .containsEntry("parcel.Sent", ParcelEvent.Sent.class)
                .containsAllEntriesOf(BUILT_IN.registry().all());
        assertThat(features.permissions().of(Role.agent).contain("parcels.read"))
                .isTrue();
        assertThat(features.effects().told(new ParcelEvent.Sent("p-1", Instant.EPOCH)))
                .isEqualTo(new Told("parcel", "p-1", Outcome.ACCEPTED));
        assertThat(features.effects().events()).containsAll(BUILT_IN.effects().events());
    }

    @Test
    void whatComesWithChatLedgerStaysAsItIs() {
        assertThat(BUILT_IN.with(List.of(new Parcels("parcel", "parcels.read"))))
                .isNotSameAs(BUILT_IN);
        assertThat(BUILT_IN.registry().classOf("parcel.Sent")).isNull();
        assertThat(BUILT_IN.effects().told(new ParcelEvent.Sent("p-1", Instant.EPOCH)))
                .isNull();
    }

    @Test
    void noTwoFeaturesAreOfOneName() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BUILT_IN.with(List.of(new Parcels("contact", "parcels.read"))));
    }

    @Test
    void noTwoFeaturesDeclareOnePermission() {
        assertThatIllegalStateException()
                .isThrownBy(() -> BUILT_IN.with(List.of(new Parcels("parcel", "contacts.read"))))
                .withMessageContaining("contacts.read");
    }

    /** Many a sentence would be lost in a table; none stands for a feature that nobody explains. */
    @Test
    void everyFeatureSaysWhatItIsAbout() {
        assertThat(BUILT_IN.all()).extracting(Feature::about).allMatch(about -> about.matches("[A-Z].*\\."));
    }

    private record Parcels(String name, String permission) implements Feature {

        @Override
        public String about() {
            return "Things sent to customers.";
        }

        @Override
        public List<Class<? extends Event>> events() {
            return List.of(ParcelEvent.class);
        }

        @Override
        public List<Permission> permissions() {
            return List.of(Permission.of(permission, Role.agent));
        }

        @Override
        public List<Effect<?>> effects() {
            return List.of(new Effect<>(ParcelEvent.Sent.class, "parcel", Outcome.ACCEPTED, ParcelEvent.Sent::id));
        }
    }

    private sealed interface ParcelEvent extends Event {
        record Sent(String id, Instant at) implements ParcelEvent {}
    }
}
