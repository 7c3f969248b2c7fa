package io.chatledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventViewTest {

    private static final Instant RECORDED = Instant.parse("2026-05-01T12:00:00.000001Z");

    @Test
    void itTellsWhoDidWhatAndWhy() {
        EventView view = view(
                "{\"at\":\"2026-05-01T11:59:00Z\"}",
                "{\"actorType\":\"account\",\"actorId\":\"a1\",\"correlationId\":\"r1\",\"causationId\":\"e0\","
                        + "\"command\":\"AddNote\",\"commandId\":\"k1\"}");

        assertThat(view.actor()).isEqualTo(new EventView.Actor("account", "a1"));
        assertThat(view.correlationId()).isEqualTo("r1");
        assertThat(view.causationId()).isEqualTo("e0");
        assertThat(view.command()).isEqualTo("AddNote");
        assertThat(view.commandId()).isEqualTo("k1");
        assertThat(view.at()).isEqualTo(Instant.parse("2026-05-01T11:59:00Z"));
        assertThat(view.recordedAt()).isEqualTo(RECORDED);
    }

    @Test
    void itsAggregateIsCalledByItsKey() {
        EventView view = view("{}", "{}");

        assertThat(view.stream()).isEqualTo("shop/conversation/c1");
        assertThat(view.aggregateId()).isEqualTo("c1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"at\":5}", "{\"at\":\"soon\"}", "{\"at\":null}", "[]", "no json"})
    void whatDoesNotSayWhenHappenedWhenItWasStored(String payload) {
        assertThat(view(payload, "{}").at()).isEqualTo(RECORDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"actorType\":5}", "[]", "no json"})
    void whatDoesNotSayByWhomWasTheSystem(String metadata) {
        assertThat(view("{}", metadata).actor()).isEqualTo(new EventView.Actor("system", null));
    }

    private static EventView view(String payload, String metadata) {
        return EventView.of(Events.loose(payload, metadata), null, PayloadText.json(payload));
    }
}
