package io.chatledger.eventstore.postgres;

import io.chatledger.eventstore.EventDecoder;
import io.chatledger.eventstore.LoggedEvent;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A row as COPY sends it in binary: the number of columns, then each column's length and bytes. See "Binary Format" in
 * PostgreSQL's documentation of COPY.
 *
 * @param columns where the length of each column stands
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares rows
record CopiedEvent(byte[] row, int[] columns, EventDecoder decoder) implements LoggedEvent {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int COLUMNS = 6;
    private static final int BEFORE_COLUMNS = 2;
    private static final byte SIGNATURE = 'P';
    private static final int HEADER = 19;
    private static final int LENGTH = 4;

    private static final int POSITION = 0;
    private static final int TENANT = 1;
    private static final int STREAM = 2;
    private static final int NAME = 3;
    private static final int REVISION = 4;
    private static final int PAYLOAD = 5;

    /** @return null where it holds no row: the mark at the end */
    static @Nullable CopiedEvent of(byte[] message, EventDecoder decoder) {
        int at = message[0] == SIGNATURE ? HEADER : 0;
        if (message.length < at + BEFORE_COLUMNS || message[at] < 0) {
            return null;
        }
        at += BEFORE_COLUMNS;
        int[] columns = new int[COLUMNS];
        for (int column = 0; column < COLUMNS; column++) {
            columns[column] = at;
            at += LENGTH + (int) INT.get(message, at);
        }
        return new CopiedEvent(message, columns, decoder);
    }

    @Override
    public long position() {
        return (long) LONG.get(row, begin(POSITION));
    }

    @Override
    public String tenant() {
        return text(TENANT);
    }

    @Override
    public int streamHash() {
        int hash = 0;
        for (int at = begin(STREAM), end = at + length(STREAM); at < end; at++) {
            hash = 31 * hash + row[at];
        }
        return hash;
    }

    @Override
    public Object payload() {
        int at = begin(PAYLOAD);
        return decoder.decode(
                text(NAME), (int) INT.get(row, begin(REVISION)), Arrays.copyOfRange(row, at, at + length(PAYLOAD)));
    }

    private String text(int column) {
        return new String(row, begin(column), length(column), StandardCharsets.UTF_8);
    }

    private int begin(int column) {
        return columns[column] + LENGTH;
    }

    private int length(int column) {
        return (int) INT.get(row, columns[column]);
    }
}
