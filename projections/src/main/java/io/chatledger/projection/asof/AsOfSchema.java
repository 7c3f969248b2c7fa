package io.chatledger.projection.asof;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The schemas in which views of the past have their tables, alike in all to those of the present. */
final class AsOfSchema {

    private static final String PREFIX = "as_of_";

    private final DSLContext dsl;

    AsOfSchema(DSLContext dsl) {
        this.dsl = dsl;
    }

    static String of(UUID replay) {
        return PREFIX + replay.toString().replace("-", "");
    }

    void create(UUID replay) {
        dsl.fetch("select as_of_create({0})", DSL.val(replay));
    }

    void drop(UUID replay) {
        dsl.fetch("select as_of_drop({0})", DSL.val(replay));
    }

    /** Those that belong to no view which is being made or kept. */
    List<UUID> leftovers() {
        return dsl.resultQuery("""
                        select substr(nspname, 7)::uuid from pg_namespace
                        where nspname ~ '^as_of_[0-9a-f]{32}$'
                        and substr(nspname, 7)::uuid not in (select id from replay where status in ('building', 'ready'))
                        """).coerce(DSL.field("id", SQLDataType.UUID)).fetchInto(UUID.class);
    }
}
