package io.chatledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.query.FieldChange;
import io.chatledger.query.PlainTopic;
import io.chatledger.query.audit.EventChanges.RowChange;
import io.chatledger.query.audit.RowsAround.Around;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventChangesTest {

    private static final String PARCEL = """
            {"tenant_id":"shop","id":"p1","search":"a","weight":1,"shelf":"s1"}""";

    @Test
    void whatNobodyIsShownIsNoField() {
        RowChange change = only(null, PARCEL);

        assertThat(change.change()).isEqualTo("added");
        assertThat(change.fields()).extracting(FieldChange::name).containsExactly("shelf", "weight");
    }

    @Test
    void aRowThatLooksTheSameIsNotTold() {
        assertThat(changes(PARCEL, PARCEL.replace("\"a\"", "\"b\""))).isEmpty();
    }

    @Test
    void ofAViewWithoutATopicEverythingButItsKeysIsShown() {
        List<RowChange> changes = EventChanges.of(
                        5, List.of(new Around("ledger", "l1", null, json(PARCEL))), PlainTopic.topics())
                .rows();

        assertThat(changes.getFirst().fields())
                .extracting(FieldChange::name)
                .containsExactly("search", "shelf", "weight");
    }

    private static RowChange only(@Nullable String before, @Nullable String after) {
        return changes(before, after).getFirst();
    }

    private static List<RowChange> changes(@Nullable String before, @Nullable String after) {
        Around row = new Around("parcel", "p1", json(before), json(after));
        return EventChanges.of(5, List.of(row), PlainTopic.topics()).rows();
    }

    private static @Nullable ObjectNode json(@Nullable String row) {
        return row == null ? null : (ObjectNode) JsonMapper.shared().readTree(row);
    }
}
