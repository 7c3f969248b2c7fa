package io.chatledger.projection.deadletter;

import static io.chatledger.readmodel.generated.Tables.DEAD_LETTER;
import static io.chatledger.readmodel.generated.Tables.DEAD_LETTER_DISCARD;
import static io.chatledger.readmodel.generated.Tables.TOKEN_ENTRY;

import io.chatledger.kernel.message.EventRegistry;
import io.chatledger.readmodel.generated.tables.records.DeadLetterRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The letters of projections in their table. Events are named by position there, never copied. */
public final class LetterBox {

    /** As Axon writes times, so that letters of projections and automations can be put in one order. */
    private static final Field<String> NOW =
            DSL.field("to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')", String.class);

    private static final String KIND = "projection";

    private final DSLContext dsl;

    public LetterBox(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** How many letters there are, by sequence. */
    public Map<String, Integer> sizes(String processor) {
        return dsl.select(DEAD_LETTER.SEQUENCE_ID, DSL.count())
                .from(DEAD_LETTER)
                .where(DEAD_LETTER.PROCESSOR_NAME.eq(processor))
                .groupBy(DEAD_LETTER.SEQUENCE_ID)
                .fetchMap(DEAD_LETTER.SEQUENCE_ID, DSL.count());
    }

    /**
     * Letters of this transaction.
     *
     * @param names of the events there are
     */
    public void add(String processor, List<Parking.Letter> letters, EventRegistry names) {
        if (!letters.isEmpty()) {
            String now = Objects.requireNonNull(dsl.fetchValue(NOW));
            dsl.batchInsert(letters.stream()
                            .map(letter -> row(processor, letter, now, names))
                            .toList())
                    .execute();
        }
    }

    /** Holds the processor until the transaction ends: it stores its token before it looks at rows or letters. */
    void hold(String processor) {
        dsl.selectOne()
                .from(TOKEN_ENTRY)
                .where(TOKEN_ENTRY.PROCESSOR_NAME.eq(processor))
                .forUpdate()
                .fetch();
    }

    /** The beginning of a sequence. */
    List<DeadLetterRecord> first(String processor, String sequence, int atMost) {
        return dsl.selectFrom(DEAD_LETTER)
                .where(DEAD_LETTER.PROCESSOR_NAME.eq(processor))
                .and(DEAD_LETTER.SEQUENCE_ID.eq(sequence))
                .orderBy(DEAD_LETTER.SEQUENCE_INDEX)
                .limit(atMost)
                .fetch();
    }

    @Nullable
    DeadLetterRecord find(String id) {
        return dsl.fetchOne(DEAD_LETTER, DEAD_LETTER.LETTER_ID.eq(id));
    }

    void remove(List<String> ids) {
        dsl.deleteFrom(DEAD_LETTER).where(DEAD_LETTER.LETTER_ID.in(ids)).execute();
    }

    /** It stays, or goes to another sequence; where it failed itself, it says why. */
    void update(String id, Parking.Letter letter) {
        dsl.update(DEAD_LETTER)
                .set(DEAD_LETTER.SEQUENCE_ID, letter.sequence())
                .where(DEAD_LETTER.LETTER_ID.eq(id))
                .execute();
        if (letter.cause() != null) {
            dsl.update(DEAD_LETTER)
                    .set(DEAD_LETTER.CAUSE_TYPE, letter.cause().type())
                    .set(DEAD_LETTER.CAUSE_MESSAGE, letter.cause().message())
                    .set(DEAD_LETTER.ATTEMPTS, DEAD_LETTER.ATTEMPTS.plus(1))
                    .set(DEAD_LETTER.LAST_TOUCHED, NOW)
                    .where(DEAD_LETTER.LETTER_ID.eq(id))
                    .execute();
        }
    }

    /** Another processor folds the projection from now on. */
    public void move(String projection, String processor) {
        dsl.update(DEAD_LETTER)
                .set(DEAD_LETTER.PROCESSOR_NAME, processor)
                .where(DEAD_LETTER.PROJECTION.eq(projection))
                .execute();
    }

    int clear(String projection) {
        return dsl.deleteFrom(DEAD_LETTER)
                .where(DEAD_LETTER.PROJECTION.eq(projection))
                .execute();
    }

    /** For ever, in what the letter's sequence stands for. */
    void passOver(DeadLetterRecord letter) {
        dsl.insertInto(DEAD_LETTER_DISCARD)
                .set(DEAD_LETTER_DISCARD.PROJECTION, letter.getProjection())
                .set(DEAD_LETTER_DISCARD.POSITION, letter.getSequenceIndex())
                .set(DEAD_LETTER_DISCARD.SEQUENCE_ID, letter.getSequenceId())
                .set(DEAD_LETTER_DISCARD.EVENT_ID, letter.getEventId())
                .onConflictDoNothing()
                .execute();
    }

    /** The sequences that do without an event, by its position. */
    Map<Long, Set<String>> passedOver(String projection) {
        return dsl
                .select(DEAD_LETTER_DISCARD.POSITION, DEAD_LETTER_DISCARD.SEQUENCE_ID)
                .from(DEAD_LETTER_DISCARD)
                .where(DEAD_LETTER_DISCARD.PROJECTION.eq(projection))
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        Record2::value1, Collectors.mapping(Record2::value2, Collectors.toSet())));
    }

    private DeadLetterRecord row(String processor, Parking.Letter letter, String now, EventRegistry names) {
        EventMessage<?> message = letter.event().message();
        EventRegistry.Named name = names.nameOf(message.getPayloadType());
        DeadLetterRecord row = dsl.newRecord(DEAD_LETTER);
        row.setLetterId(UUID.randomUUID().toString());
        row.setProcessorName(processor);
        row.setProjection(letter.projection());
        row.setSequenceId(letter.sequence());
        row.setSequenceIndex(letter.event().position());
        row.setMessageType(KIND);
        row.setEventId(message.getIdentifier());
        row.setTimestamp(message.getTimestamp().toString());
        row.setPayloadName(name == null ? message.getPayloadType().getSimpleName() : name.name());
        row.setPayload(new byte[0]);
        if (message instanceof DomainEventMessage<?> domain) {
            row.setAggregateType(domain.getType());
            row.setAggregateId(domain.getAggregateIdentifier());
            row.setSequence(domain.getSequenceNumber());
        }
        if (letter.cause() != null) {
            row.setCauseType(letter.cause().type());
            row.setCauseMessage(letter.cause().message());
        }
        row.setEnqueuedAt(now);
        return row;
    }
}
