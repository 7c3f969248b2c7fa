package io.chatledger.query.channel;

import static io.chatledger.readmodel.generated.Tables.CHANNEL_VIEW;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Cursor;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.TenantReads;
import io.chatledger.readmodel.generated.tables.records.ChannelViewRecord;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what is asked about channels. */
@Component
public class ChannelQueries {

    private final TenantReads reads;

    public ChannelQueries(TenantReads reads) {
        this.reads = reads;
    }

    /** In the order in which they were connected. */
    public Page<ChannelView> find(TenantId tenant, Paging paging) {
        Condition part = after(paging.from());
        List<ChannelViewRecord> rows = reads.read(
                tenant,
                database -> database.selectFrom(CHANNEL_VIEW)
                        .where(CHANNEL_VIEW.TENANT_ID.eq(tenant.value()))
                        .and(part)
                        .orderBy(CHANNEL_VIEW.CONNECTED_AT, CHANNEL_VIEW.ID)
                        .limit(paging.limit() + 1)
                        .fetch());
        return Page.ofEach(rows, paging, ChannelQueries::view, row -> Cursor.of(row.getConnectedAt(), row.getId()));
    }

    /** The first 200, which are all for any tenant today. */
    public List<ChannelView> all(TenantId tenant) {
        return find(tenant, Paging.first(Paging.MOST)).items();
    }

    private static ChannelView view(ChannelViewRecord row) {
        return new ChannelView(
                row.getId(),
                row.getProvider(),
                row.getName(),
                row.getPhoneNumberId(),
                row.getWabaId(),
                row.getDisplayPhoneNumber(),
                row.getStatus(),
                row.getProved(),
                row.getNotice(),
                row.getConnectedAt());
    }

    private static Condition after(@Nullable Cursor from) {
        return from == null
                ? noCondition()
                : row(CHANNEL_VIEW.CONNECTED_AT, CHANNEL_VIEW.ID).gt(from.at(), from.id());
    }
}
