package io.chatledger.projection.deadletter;

import io.chatledger.projection.Projection;
import io.chatledger.projection.Projection.Partition;
import io.chatledger.projection.RowKey;
import io.chatledger.projection.Storable;
import java.util.List;

/**
 * Names of what is parked as one: a row of a projection, or where the rows cannot be told, all whose events may touch
 * the same ones: a stream, or the tenant where rows are touched by several streams.
 */
final class Sequences {

    private static final String ROW = " row ";
    private static final String STREAM = " stream ";
    private static final String TENANT = " tenant ";

    private Sequences() {}

    static String row(String projection, RowKey key) {
        return Storable.key(projection + ROW + key.tenant() + "/" + key.id());
    }

    /** What an event is parked in whose rows cannot be told. */
    static String wide(Projection<?, ?> projection, Happening event) {
        return projection.partition() == Partition.BY_TENANT
                ? Storable.key(projection.name() + TENANT + event.tenant())
                : stream(projection, event);
    }

    /** What an event stands behind whichever rows it touches; earlier releases parked by stream alone. */
    static List<String> before(Projection<?, ?> projection, Happening event) {
        return projection.partition() == Partition.BY_TENANT
                ? List.of(wide(projection, event), stream(projection, event))
                : List.of(stream(projection, event));
    }

    static boolean isRow(String sequence) {
        return sequence.contains(ROW);
    }

    private static String stream(Projection<?, ?> projection, Happening event) {
        return Storable.key(projection.name() + STREAM + event.stream());
    }
}
