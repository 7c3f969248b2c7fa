package io.chatledger.projection.deadletter;

import io.chatledger.projection.RowKey;
import io.chatledger.projection.Storable;

/** Names of what is parked as one: a row of a projection, or where the row cannot be told, a stream. */
final class Sequences {

    private static final String ROW = " row ";
    private static final String STREAM = " stream ";

    private Sequences() {}

    static String row(String projection, RowKey key) {
        return Storable.key(projection + ROW + key.tenant() + "/" + key.id());
    }

    static String stream(String projection, String stream) {
        return Storable.key(projection + STREAM + stream);
    }

    static boolean isStream(String sequence) {
        return sequence.contains(STREAM);
    }

    static boolean isRow(String sequence) {
        return sequence.contains(ROW);
    }
}
