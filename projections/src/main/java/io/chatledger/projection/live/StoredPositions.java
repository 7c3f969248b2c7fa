package io.chatledger.projection.live;

import static io.chatledger.readmodel.generated.Tables.TOKEN_ENTRY;

import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads where processors stand from their tokens, {@code {"globalIndex": N}} of their only segment. */
public final class StoredPositions {

    /** Before any event, wherever a store begins to count. */
    public static final long NONE = -1;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final DSLContext dsl;

    public StoredPositions(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** {@link #NONE} where the processor has no token. */
    public long of(String processor) {
        return position(token(processor));
    }

    /**
     * Holds the token until the transaction ends. A processor stores its token before it looks at rows, so none, on no
     * machine, can change a row of the view in the meantime.
     */
    public long hold(String processor) {
        return position(token(processor).forUpdate());
    }

    /** The same, of all processors whose names begin so. */
    public void holdAll(String processors) {
        dsl.selectOne()
                .from(TOKEN_ENTRY)
                .where(TOKEN_ENTRY.PROCESSOR_NAME.startsWith(processors))
                .orderBy(TOKEN_ENTRY.PROCESSOR_NAME)
                .forUpdate()
                .fetch();
    }

    /** It is to go on from where another one stands; nothing may be kept up to date by it yet. */
    public void begin(String processor, String from) {
        dsl.execute(
                "insert into token_entry (processor_name, segment, timestamp, token_type, token)"
                        + " select {0}, segment, timestamp, token_type, token from token_entry where processor_name = {1}"
                        + " on conflict (processor_name, segment) do update set timestamp = excluded.timestamp,"
                        + " token_type = excluded.token_type, token = excluded.token",
                DSL.val(processor), DSL.val(from));
    }

    private SelectConditionStep<Record1<byte[]>> token(String processor) {
        return dsl.select(TOKEN_ENTRY.TOKEN)
                .from(TOKEN_ENTRY)
                .where(TOKEN_ENTRY.PROCESSOR_NAME.eq(processor))
                .and(TOKEN_ENTRY.SEGMENT.eq(0));
    }

    private long position(Select<Record1<byte[]>> query) {
        byte[] token = dsl.fetchValue(query);
        if (token == null) {
            return NONE;
        }
        JsonNode index = MAPPER.readTree(token).path("globalIndex");
        if (!index.isIntegralNumber()) {
            throw new IllegalStateException("a token without a position");
        }
        return index.longValue();
    }
}
