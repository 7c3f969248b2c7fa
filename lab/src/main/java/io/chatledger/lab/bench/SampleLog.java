package io.chatledger.lab.bench;

import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.message.StreamId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.axonframework.serialization.SerializedObject;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes events into the store's own table as the store would, but all at once. */
final class SampleLog {

    private static final int CHUNK = 1 << 17;

    private final EventSerializer serializer;
    private final Map<String, Integer> sequences = new HashMap<>();
    private final Random random = new Random(1);
    private final StringBuilder rows = new StringBuilder(CHUNK + 4096);
    private long position;

    private SampleLog(EventSerializer serializer) {
        this.serializer = serializer;
    }

    /** @param serializer seals what is about persons, as it is sealed in the store */
    static void fill(BenchDatabase database, int events, EventSerializer serializer) throws SQLException {
        SampleLog log = new SampleLog(serializer);
        try (Connection connection = RawInserts.open(database.embedded())) {
            log.copy(connection, new SampleBusiness(), events);
        }
        database.execute("update event_head set position = " + events);
        database.execute("vacuum analyze event, event_head");
        database.checkpoint();
    }

    private void copy(Connection connection, SampleBusiness business, int events) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy event (position, event_id, tenant_id, aggregate_type, aggregate_id, sequence, name,"
                        + " revision, recorded_at, payload, metadata) from stdin");
        while (position < events) {
            SampleBusiness.Happening next = business.next();
            add(next.stream(), next.type(), next.event());
            if (rows.length() > CHUNK) {
                send(copy);
            }
        }
        send(copy);
        copy.endCopy();
    }

    private void send(CopyIn copy) throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    private void add(StreamId stream, String type, Event event) {
        int sequence = Objects.requireNonNull(sequences.merge(stream.value(), 1, Integer::sum)) - 1;
        SerializedObject<String> payload = serializer.serialize(event, String.class);
        Origin origin = Origin.of(stream.tenant(), Actor.provider("whatsapp"));
        column(++position);
        column(new UUID(random.nextLong(), random.nextLong()));
        column(stream.tenant());
        column(type);
        column(stream.value());
        column(sequence);
        column(payload.getType().getName());
        column(payload.getType().getRevision());
        column(event.at());
        column(payload.getData().replace("\\", "\\\\"));
        rows.append(serializer
                        .serialize(origin.toMetaData(), String.class)
                        .getData()
                        .replace("\\", "\\\\"))
                .append('\n');
    }

    private void column(Object value) {
        rows.append(value).append('\t');
    }
}
