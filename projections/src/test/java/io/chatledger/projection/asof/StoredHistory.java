package io.chatledger.projection.asof;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.contact.ContactEvent.OfContact;
import io.chatledger.kernel.conversation.ConversationEvent.OfConversation;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.EventSerializer;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.readmodel.generated.tables.records.EventRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.SerializedObject;
import org.jooq.DSLContext;
import org.jooq.JSON;

/** Puts events straight into the store, open as in its first days; positions count from 1. */
final class StoredHistory {

    static final Instant BEGINNING = Instant.parse("2026-03-12T18:00:00Z");

    final EventSerializer serializer = new EventSerializer(Features.builtIn().registry());
    private final DSLContext owner;
    private final Map<String, Long> lengths = new HashMap<>();
    private long head;

    StoredHistory(DSLContext owner) {
        this.owner = owner;
    }

    /** When an event was recorded, unless its clock was wrong: each a second after the one before. */
    static Instant at(long position) {
        return BEGINNING.plusSeconds(position);
    }

    /** @return position of the last */
    long record(Event... events) {
        return record(List.of(events));
    }

    long record(List<? extends Event> events) {
        List<EventRecord> rows = new ArrayList<>();
        events.forEach(event -> rows.add(row(event, at(head + 1))));
        owner.batchInsert(rows).execute();
        return head;
    }

    void recordBy(Instant clock, Event event) {
        owner.executeInsert(row(event, clock));
    }

    /** @return its position */
    long recordUnreadable(Event event) {
        EventRecord row = row(event, at(head + 1));
        row.setPayload(JSON.json("[]"));
        owner.executeInsert(row);
        return head;
    }

    private EventRecord row(Event event, Instant at) {
        StreamId stream = stream(event);
        SerializedObject<String> payload = serializer.serialize(event, String.class);
        EventRecord row = new EventRecord();
        row.setPosition(++head);
        row.setEventId("event " + head);
        row.setTenantId(stream.tenant().value());
        row.setAggregateId(stream.value());
        row.setSequence(lengths.merge(stream.value(), 1L, Long::sum) - 1);
        row.setName(payload.getType().getName());
        row.setRevision(Integer.valueOf(payload.getType().getRevision()));
        row.setRecordedAt(at);
        row.setPayload(JSON.valueOf(payload.getData()));
        row.setMetadata(JSON.valueOf("{}"));
        return row;
    }

    private static StreamId stream(Event event) {
        return switch (event) {
            case OfContact of -> of.contactId();
            case OfConversation of -> of.conversationId();
            default -> throw new IllegalArgumentException(event.toString());
        };
    }
}
