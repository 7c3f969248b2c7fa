package io.chatledger.projection.wide;

import static io.chatledger.readmodel.generated.Tables.MESSAGE_STATUS_VIEW;

import io.chatledger.kernel.message.Event;
import io.chatledger.projection.CanonicalJson;
import io.chatledger.projection.Projection;
import io.chatledger.projection.RowKey;
import io.chatledger.projection.wide.SampleEvent.BookingMade;
import io.chatledger.projection.wide.SampleEvent.ResourceClosed;
import io.chatledger.readmodel.generated.tables.records.MessageStatusViewRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Who has what, from bookings and from resources, in a table that is at hand: the bookings in order, until it closes. */
final class OccupancyProjection implements Projection<Event, MessageStatusViewRecord> {

    @Override
    public String name() {
        return "occupancy";
    }

    @Override
    public Table<MessageStatusViewRecord> table() {
        return MESSAGE_STATUS_VIEW;
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(BookingMade.class, ResourceClosed.class);
    }

    @Override
    public List<String> ids(Event event) {
        return switch (event) {
            case BookingMade booking -> booking.resources();
            case ResourceClosed closed -> List.of(closed.resource());
            default -> List.of();
        };
    }

    @Override
    public Partition partition() {
        return Partition.BY_TENANT;
    }

    /** A resource that is closed loses its row, and begins anew with the next booking. */
    @Override
    public @Nullable MessageStatusViewRecord fold(@Nullable MessageStatusViewRecord row, Event event, RowKey key) {
        if (!(event instanceof BookingMade booking)) {
            return null;
        }
        MessageStatusViewRecord next = row == null ? free(key) : row.into(MESSAGE_STATUS_VIEW);
        next.setHistory(CanonicalJson.append(next.getHistory(), booking.booking()));
        return next;
    }

    private static MessageStatusViewRecord free(RowKey key) {
        MessageStatusViewRecord row = new MessageStatusViewRecord();
        row.setTenantId(key.tenant());
        row.setId(key.id());
        row.setPhoneNumberId("none");
        row.setStatus("open");
        row.setHistory(JSONB.valueOf("[]"));
        row.setReportedAt(Instant.EPOCH);
        return row;
    }
}
