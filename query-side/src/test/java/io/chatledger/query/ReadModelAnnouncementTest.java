package io.chatledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.query.ReadModelAnnouncement.Changed;
import io.chatledger.query.ReadModelAnnouncement.Moved;
import io.chatledger.query.ReadModelAnnouncement.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadModelAnnouncementTest {

    @Test
    void aRowOfATenantHasChanged() {
        assertThat(ReadModelAnnouncement.parse("message_view|shop|c1|odd"))
                .isEqualTo(new Changed("shop", new ReadModelChange("message_view", "c1|odd")));
    }

    @Test
    void aProcessorHasMoved() {
        assertThat(ReadModelAnnouncement.parse("position|projection.live|42"))
                .isEqualTo(new Moved("projection.live", 42));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "message_view|shop", "position|projection.live|far"})
    void whatAnotherVersionMayHaveMeantIsNotGuessed(String text) {
        assertThat(ReadModelAnnouncement.parse(text)).isEqualTo(new Unknown(text));
    }
}
