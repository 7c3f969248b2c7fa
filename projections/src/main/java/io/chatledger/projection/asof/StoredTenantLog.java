package io.chatledger.projection.asof;

import static io.chatledger.readmodel.generated.Tables.EVENT;
import static io.chatledger.readmodel.generated.Tables.EVENT_HEAD;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.StreamId;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.SelectFieldOrAsterisk;

/** Events in PostgreSQL, by the indexes of tenant and position and of stream and sequence. */
final class StoredTenantLog implements TenantLog, StreamLog {

    private static final int PORTION = 5_000;

    private static final List<SelectFieldOrAsterisk> COLUMNS = List.of(
            EVENT.POSITION,
            EVENT.EVENT_ID,
            EVENT.AGGREGATE_TYPE,
            EVENT.AGGREGATE_ID,
            EVENT.SEQUENCE,
            EVENT.NAME,
            EVENT.REVISION,
            EVENT.RECORDED_AT,
            EVENT.PAYLOAD,
            EVENT.METADATA);

    private final DSLContext dsl;
    private final Serializer serializer;
    private final Map<String, Class<?>> known;
    private final EventUpcasterChain upcasters;

    StoredTenantLog(DSLContext dsl, Serializer serializer, Features features) {
        this.dsl = dsl;
        this.serializer = serializer;
        this.known = features.registry().all();
        this.upcasters = features.upcasters();
    }

    @Override
    public long head() {
        return Optional.ofNullable(
                        dsl.fetchValue(dsl.select(EVENT_HEAD.POSITION).from(EVENT_HEAD)))
                .orElse(0L);
    }

    /** Positions follow commits and not clocks: the walk is along the positions. */
    @Override
    public Place at(TenantId tenant, Instant time) {
        return newest(tenant, EVENT.RECORDED_AT.le(time));
    }

    @Override
    public Place upTo(TenantId tenant, long position) {
        return newest(tenant, EVENT.POSITION.le(position));
    }

    private Place newest(TenantId tenant, Condition within) {
        Record2<Long, Instant> found = dsl.select(EVENT.POSITION, EVENT.RECORDED_AT)
                .from(EVENT)
                .where(EVENT.TENANT_ID.eq(tenant.value()))
                .and(within)
                .orderBy(EVENT.POSITION.desc())
                .limit(1)
                .fetchOne();
        return found == null ? NOWHERE : new Place(found.value1(), found.value2());
    }

    @Override
    public long count(TenantId tenant, long upTo) {
        return dsl.fetchCount(EVENT, EVENT.TENANT_ID.eq(tenant.value()), EVENT.POSITION.le(upTo));
    }

    @Override
    public void read(
            TenantId tenant,
            long after,
            long upTo,
            Collection<Class<? extends Event>> types,
            Predicate<List<TrackedEventMessage<?>>> reader) {
        Condition wanted =
                EVENT.TENANT_ID.eq(tenant.value()).and(EVENT.POSITION.le(upTo)).and(EVENT.NAME.in(names(types)));
        long position = after;
        boolean more = true;
        while (more) {
            List<TrackedEventData<String>> portion = dsl.select(COLUMNS)
                    .from(EVENT)
                    .where(wanted)
                    .and(EVENT.POSITION.gt(position))
                    .orderBy(EVENT.POSITION)
                    .limit(PORTION)
                    .fetch(StoredTenantLog::data);
            more = reader.test(messages(portion)) && portion.size() == PORTION;
            position = portion.isEmpty()
                    ? position
                    : portion.getLast().trackingToken().position().orElseThrow();
        }
    }

    /** By stretches of the sequence: a condition on positions would have the whole stream sorted for each portion. */
    @Override
    public void readStream(
            StreamId stream,
            long upTo,
            Collection<Class<? extends Event>> types,
            Consumer<List<TrackedEventMessage<?>>> reader) {
        Condition wanted = EVENT.AGGREGATE_ID
                .eq(stream.value())
                .and(EVENT.TENANT_ID.eq(stream.tenant().value()))
                .and(EVENT.NAME.in(names(types)));
        long end = lastOf(stream, upTo);
        for (long from = 0; from <= end; from += PORTION) {
            reader.accept(messages(dsl.select(COLUMNS)
                    .from(EVENT)
                    .where(wanted)
                    .and(EVENT.SEQUENCE.between(from, Math.min(end, from + PORTION - 1)))
                    .orderBy(EVENT.SEQUENCE)
                    .fetch(StoredTenantLog::data)));
        }
    }

    /** Its sequence number; -1 where there is none. */
    private long lastOf(StreamId stream, long upTo) {
        return Optional.ofNullable(dsl.fetchValue(dsl.select(EVENT.SEQUENCE)
                        .from(EVENT)
                        .where(EVENT.AGGREGATE_ID.eq(stream.value()))
                        .and(EVENT.POSITION.le(upTo))
                        .orderBy(EVENT.SEQUENCE.desc())
                        .limit(1)))
                .orElse(-1L);
    }

    private List<TrackedEventMessage<?>> messages(List<TrackedEventData<String>> portion) {
        Stream<TrackedEventMessage<?>> messages =
                EventUtils.upcastAndDeserializeTrackedEvents(portion.stream(), serializer, upcasters);
        return messages.toList();
    }

    private List<String> names(Collection<Class<? extends Event>> types) {
        return known.entrySet().stream()
                .filter(entry -> types.stream().anyMatch(type -> type.isAssignableFrom(entry.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
    }

    private static TrackedEventData<String> data(Record row) {
        GenericDomainEventEntry<String> entry = new GenericDomainEventEntry<>(
                row.get(EVENT.AGGREGATE_TYPE),
                row.get(EVENT.AGGREGATE_ID),
                row.get(EVENT.SEQUENCE),
                row.get(EVENT.EVENT_ID),
                row.get(EVENT.RECORDED_AT).toString(), // as text: Axon would cut an Instant to milliseconds
                row.get(EVENT.NAME),
                Integer.toString(row.get(EVENT.REVISION)),
                row.get(EVENT.PAYLOAD).data(),
                row.get(EVENT.METADATA).data());
        return new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(row.get(EVENT.POSITION)), entry);
    }
}
