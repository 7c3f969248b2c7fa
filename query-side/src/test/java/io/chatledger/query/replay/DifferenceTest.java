package io.chatledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.query.FieldChange;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DifferenceTest {

    private static final String BEFORE = """
            {"topic":null,"unread_count":1,"opened_at":"2026-03-12T18:00:00+00:00","notes":[]}""";
    private static final String AFTER = """
            {"topic":"sale","unread_count":1,"opened_at":"2026-03-12T18:00:00.5+00:00","notes":[{"text":"x"}]}""";

    @Test
    void onlyTheFieldsThatAreDifferentAreTold() {
        assertThat(json(Difference.of("c1", BEFORE, AFTER))).isEqualTo("""
                {"id":"c1","change":"changed","fields":[\
                {"name":"notes","before":[],"after":[{"text":"x"}]},\
                {"name":"openedAt","before":"2026-03-12T18:00:00Z","after":"2026-03-12T18:00:00.500Z"},\
                {"name":"topic","before":null,"after":"sale"}]}""");
    }

    @Test
    void whatIsNewHasNothingBefore() {
        Difference added = Difference.of("c1", null, BEFORE);
        assertThat(added.change()).isEqualTo("added");
        assertThat(added.fields()).extracting(FieldChange::name).containsExactly("notes", "openedAt", "unreadCount");
        assertThat(added.fields())
                .allSatisfy(field -> assertThat(field.before()).isNull());
    }

    @Test
    void whatIsGoneHasNothingAfter() {
        Difference removed = Difference.of("c1", AFTER, null);
        assertThat(removed.change()).isEqualTo("removed");
        assertThat(removed.fields())
                .hasSize(4)
                .allSatisfy(field -> assertThat(field.after()).isNull());
    }

    private static String json(Difference difference) {
        return JsonMapper.shared().writeValueAsString(difference);
    }
}
