package io.chatledger.projection.rebuild;

import io.chatledger.projection.RowKey;
import java.util.BitSet;

/**
 * Which rows may have left the memory, so that new ones are not looked for in vain. Sometimes wrong about a row that has
 * not; the more have left, the more often.
 */
final class SpilledKeys {

    private static final int BITS = 1 << 23;

    private final BitSet bits = new BitSet();

    void add(RowKey key) {
        bits.set(bit(key));
    }

    boolean mayContain(RowKey key) {
        return bits.get(bit(key));
    }

    private static int bit(RowKey key) {
        long hash = (31L * key.tenant().hashCode() + key.id().hashCode()) * 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 32) & (BITS - 1);
    }
}
