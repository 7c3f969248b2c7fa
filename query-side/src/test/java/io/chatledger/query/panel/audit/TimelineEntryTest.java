package io.chatledger.query.panel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.account.Caller;
import io.chatledger.kernel.permission.Role;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Callers;
import io.chatledger.query.PlainTopic;
import io.chatledger.query.Rows;
import io.chatledger.query.audit.EventView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class TimelineEntryTest {

    private static final UUID ANA = new UUID(0, 1);

    @Test
    void whatSomebodyDidThemselvesSaysSo() {
        assertThat(entry("parcel.Sent", "shop/parcel/p1", "account", ANA.toString())
                        .own())
                .isTrue();
        assertThat(entry("parcel.Sent", "shop/parcel/p1", "account", "another").own())
                .isFalse();
        assertThat(entry("parcel.Sent", "shop/parcel/p1", "bot", ANA.toString()).own())
                .isFalse();
    }

    @Test
    void itLeadsToThePageThatItsFeatureHasForIt() {
        assertThat(entry("parcel.Sent", "shop/parcel/p1", "system", null).page())
                .isEqualTo("/panel/parcels/p1");
        assertThat(entry("depot.Opened", "shop/door/d1", "system", null).page()).isEqualTo("/panel/depots");
        assertThat(entry("weather.Changed", "shop/sky/s1", "system", null).page())
                .isEqualTo("/panel");
    }

    @Test
    void theMomentBeforeItIsTheLastOneWithoutIt() {
        assertThat(entry("parcel.Sent", "shop/parcel/p1", "system", null).before())
                .isEqualTo(Rows.START.minusNanos(1_000));
    }

    @Test
    void aFilterByItsActorNamesKindAndId() {
        assertThat(entry("parcel.Sent", "shop/parcel/p1", "account", "a1").actor())
                .isEqualTo("account:a1");
        assertThat(entry("parcel.Sent", "shop/parcel/p1", "system", null).actor())
                .isEqualTo("system");
    }

    @Test
    void aLongIdIsShortenedAndAShortOneIsNot() {
        assertThat(TimelineEntry.shortened("0199c3b2-7d4e-7a10")).isEqualTo("0199c3b2…");
        assertThat(TimelineEntry.shortened("0199c3b2-7d4")).isEqualTo("0199c3b2-7d4");
    }

    private static TimelineEntry entry(String type, String stream, String actor, @Nullable String id) {
        EventView event = new EventView(
                7,
                "e1",
                type,
                1,
                stream.substring(stream.lastIndexOf('/') + 1),
                stream,
                0,
                Rows.START,
                Rows.START,
                new EventView.Actor(actor, id),
                null,
                null,
                null,
                null,
                JsonNodeFactory.instance.objectNode(),
                null);
        Caller ana = Callers.of(new TenantId("shop"), ANA, Role.auditor);
        return TimelineEntry.of(event, ana, PlainTopic.topics());
    }
}
