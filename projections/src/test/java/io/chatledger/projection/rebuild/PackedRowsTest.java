package io.chatledger.projection.rebuild;

import static io.chatledger.readmodel.generated.Tables.MESSAGE_VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.readmodel.generated.tables.records.MessageViewRecord;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackedRowsTest {

    private final List<Field<?>> columns = List.of(
            MESSAGE_VIEW.TENANT_ID,
            MESSAGE_VIEW.ID,
            MESSAGE_VIEW.TEXT,
            MESSAGE_VIEW.CONTENT,
            MESSAGE_VIEW.SEQUENCE,
            MESSAGE_VIEW.ORDER_AT);
    private final PackedRows<MessageViewRecord> packing = new PackedRows<>(MESSAGE_VIEW, columns);

    @Test
    void aRowComesBackAsItWas() {
        MessageViewRecord row = row("¿Cuánto cuesta? 🌮");
        assertThat(packing.unpack(packing.pack(row))).isEqualTo(row);
    }

    @Test
    void whatIsMissingStaysMissing() {
        MessageViewRecord row = row(null);
        row.setContent(null);
        assertThat(packing.unpack(packing.pack(row))).isEqualTo(row);
    }

    @Test
    void aLongRowFindsRoomAndTheNextOneIsAsLongAsItIs() {
        MessageViewRecord row = row("palabra ".repeat(20_000));
        assertThat(packing.unpack(packing.pack(row))).isEqualTo(row);
        assertThat(packing.pack(row("corto"))).hasSizeLessThan(200);
    }

    private static MessageViewRecord row(@Nullable String text) {
        MessageViewRecord row = new MessageViewRecord();
        row.setTenantId("taqueria");
        row.setId("0b0f3c1e-6f0e-4a57-9a35-2f6f5a0d9f11");
        row.setText(text);
        row.setContent(JSONB.valueOf("{\"a\":1}"));
        row.setSequence(1L << 40);
        row.setOrderAt(Instant.parse("2026-03-04T05:06:07.123456Z"));
        return row;
    }
}
