package io.chatledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewTopicsTest {

    private final ViewTopics topics = PlainTopic.topics();

    @Test
    void aChangeRaisesTheSignalsOfItsTable() {
        assertThat(topics.signals(new ReadModelChange("parcel_view", "p1"))).containsExactly("all-parcel", "parcel-p1");
        assertThat(topics.signals(new ReadModelChange("parcel_view", "*"))).containsExactly("all-parcel", "parcel-*");
    }

    @Test
    void aTableWithoutATopicRaisesNone() {
        assertThat(topics.signals(new ReadModelChange("parcel", "p1"))).isEmpty();
    }

    @Test
    void whenAnythingMayHaveChangedEverySignalIsRaised() {
        assertThat(topics.signals(ReadModelChange.ANYTHING))
                .containsExactlyInAnyOrder("all-parcel", "parcel-*", "all-depot", "depots");
    }

    @Test
    void nobodyHearsOfWhatTheyMayNotRead() {
        Caller agent = Callers.of(new TenantId("shop"), Role.agent);

        assertThat(topics.readableBy(agent).signals(ReadModelChange.ANYTHING))
                .containsExactly("all-parcel", "parcel-*");
    }

    @Test
    void keysAreHiddenOfEveryViewAndTheRestByItsTopic() {
        assertThat(topics.hidden("parcel")).containsExactlyInAnyOrder("tenant_id", "id", "search");
        assertThat(topics.hidden("unknown")).containsExactlyInAnyOrder("tenant_id", "id");
    }

    @Test
    void onlyARowWithAPageOfItsOwnIsLinkedTo() {
        assertThat(topics.pageOf("parcel", "p1")).isEqualTo("/panel/parcels/p1");
        assertThat(topics.pageOf("depot", "d1")).isNull();
        assertThat(topics.pageOf("unknown", "x")).isNull();
    }

    @Test
    void aStreamIsShownOnItsRowsPageOrOnItsFeatures() {
        assertThat(topics.pageOfStream("parcel", "shop/parcel/p1")).isEqualTo("/panel/parcels/p1");
        assertThat(topics.pageOfStream("depot", "shop/door/x")).isEqualTo("/panel/depots");
        assertThat(topics.pageOfStream("parcel", "shop/label/x")).isNull();
        assertThat(topics.pageOfStream("unknown", "nonsense")).isNull();
    }

    @Test
    void twoTopicsOfOneNameAreRefused() {
        assertThatThrownBy(() -> new ViewTopics(List.of(PlainTopic.PARCEL, PlainTopic.PARCEL)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("parcel");
    }
}
