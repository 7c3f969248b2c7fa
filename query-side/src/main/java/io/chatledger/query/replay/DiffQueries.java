package io.chatledger.query.replay;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Cursor;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.Past;
import io.chatledger.query.TenantReads;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Answers what changed between two moments, from the views of both. */
@Component
public class DiffQueries {

    private static final String CHANGED = """
            select coalesce(b.id, a.id), b.fields::text, a.fields::text
            from (%s) b full join (%s) a on a.id = b.id
            where b.fields is distinct from a.fields and coalesce(b.id, a.id) > {1}
            order by 1 limit {2}""";

    private final Replays replays;
    private final TenantReads reads;

    DiffQueries(Replays replays, TenantReads reads) {
        this.replays = replays;
        this.reads = reads;
    }

    /**
     * In order of id. Both views are gone through from end to end.
     *
     * @throws DomainProblem {@code invalid-request}; what {@link Replays#at} throws
     */
    public Page<Difference> between(TenantId tenant, Instant from, Instant to, ComparedView view, Paging paging) {
        if (from.isAfter(to)) {
            throw DomainProblem.invalid("to", "before-from", "The second instant is not before the first.");
        }
        Cursor cursor = paging.from();
        String last = cursor == null ? "" : cursor.id();
        try (Past before = replays.at(tenant, from);
                Past after = replays.at(tenant, to)) {
            String sql = CHANGED.formatted(view.rows(before.schema()), view.rows(after.schema()));
            List<Difference> found =
                    reads.readLong(tenant, database -> found(database, sql, tenant, last, paging.limit() + 1));
            return Page.ofEach(found, paging, one -> one, one -> Cursor.of(Instant.EPOCH, one.id()));
        }
    }

    private static List<Difference> found(DSLContext database, String sql, TenantId tenant, String last, int atMost) {
        return database.fetch(sql, DSL.val(tenant.value()), DSL.val(last), DSL.val(atMost))
                .map(DiffQueries::difference);
    }

    private static Difference difference(Record row) {
        return Difference.of(row.get(0, String.class), row.get(1, String.class), row.get(2, String.class));
    }
}
