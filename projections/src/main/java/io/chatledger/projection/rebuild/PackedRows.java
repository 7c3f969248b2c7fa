package io.chatledger.projection.rebuild;

import java.math.BigDecimal;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Rows as bytes, and back. A record is dozens of objects, which the garbage collector would copy one by one while
 * everybody waits; its bytes are one. Used by one thread.
 */
final class PackedRows<R extends UpdatableRecord<R>> {

    /** Shared, as a record that knows none makes one whenever it is copied. */
    private static final Configuration UNCONNECTED =
            DSL.using(SQLDialect.POSTGRES).configuration();

    private final Table<R> table;
    private final Field<?>[] columns;
    private final DSLContext records = DSL.using(UNCONNECTED);
    private ByteBuffer room = ByteBuffer.allocate(1 << 12);

    /** @param columns those of the table that matter */
    PackedRows(Table<R> table, List<Field<?>> columns) {
        this.table = table;
        this.columns = columns.toArray(Field<?>[]::new);
    }

    byte[] pack(R row) {
        while (true) {
            try {
                room.clear();
                for (Field<?> column : columns) {
                    put(row.get(column));
                }
                return Arrays.copyOf(room.array(), room.position());
            } catch (BufferOverflowException tooLittle) {
                room = ByteBuffer.allocate(room.capacity() * 2);
            }
        }
    }

    R unpack(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        @Nullable Object[] values = new Object[columns.length];
        for (int column = 0; column < columns.length; column++) {
            values[column] = value(bytes);
        }
        R row = records.newRecord(table);
        row.fromArray(values, columns);
        return row;
    }

    private void put(@Nullable Object value) {
        switch (value) {
            case null -> room.put((byte) 'n');
            case String text -> put('s', text.getBytes(StandardCharsets.UTF_8));
            case JSONB json -> put('j', json.data().getBytes(StandardCharsets.UTF_8));
            case BigDecimal number -> put('d', number.toString().getBytes(StandardCharsets.UTF_8));
            case byte[] bytes -> put('b', bytes);
            case Integer number -> room.put((byte) 'i').putInt(number);
            case Long number -> room.put((byte) 'l').putLong(number);
            case Boolean truth -> room.put((byte) (truth ? 'y' : 'f'));
            case Instant time ->
                room.put((byte) 't').putLong(time.getEpochSecond()).putInt(time.getNano());
            default -> throw new IllegalStateException("cannot be packed: " + value.getClass());
        }
    }

    private void put(char kind, byte[] bytes) {
        room.put((byte) kind).putInt(bytes.length).put(bytes);
    }

    private static @Nullable Object value(ByteBuffer bytes) {
        return switch (bytes.get()) {
            case 'n' -> null;
            case 's' -> text(bytes);
            case 'j' -> JSONB.valueOf(text(bytes));
            case 'd' -> new BigDecimal(text(bytes));
            case 'b' -> raw(bytes);
            case 'i' -> bytes.getInt();
            case 'l' -> bytes.getLong();
            case 'y' -> true;
            case 'f' -> false;
            case 't' -> Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
            default -> throw new IllegalStateException("not packed here");
        };
    }

    private static String text(ByteBuffer bytes) {
        return new String(raw(bytes), StandardCharsets.UTF_8);
    }

    private static byte[] raw(ByteBuffer bytes) {
        byte[] raw = new byte[bytes.getInt()];
        bytes.get(raw);
        return raw;
    }
}
