package io.chatledger.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Tells whoever listens on the channel {@code read_model} what a transaction changes, once it is committed: {@code
 * <view>|<tenant>|<id>}, with {@code *} for many rows of a tenant, and {@code position|<processor>|<position>}.
 */
public final class Announcements {

    private static final int SINGLY = 50;

    private final DSLContext dsl;

    public Announcements(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** What has changed, and how far the rows are now. */
    public void announce(List<String> changes, String processor, long position) {
        List<String> payloads = new ArrayList<>(changes);
        payloads.add("position|" + processor + "|" + position);
        announce(payloads);
    }

    /** Every row of the view may be another one. */
    public void everything(Table<?> view) {
        announce(dsl.selectDistinct(Columns.TENANT.in(view)).from(view).fetch(row -> payload(view, row.value1(), "*")));
    }

    /** The announcements of changed rows. */
    public static List<String> rows(Table<?> view, List<RowChange> changes) {
        Map<String, Set<String>> subjects = new TreeMap<>();
        changes.forEach(change -> subjects.computeIfAbsent(change.tenant(), tenant -> new TreeSet<>())
                .add(change.subject()));
        return subjects.entrySet().stream()
                .flatMap(tenant -> (tenant.getValue().size() > SINGLY ? Stream.of("*") : tenant.getValue().stream())
                        .map(subject -> payload(view, tenant.getKey(), subject)))
                .toList();
    }

    private static String payload(Table<?> view, String tenant, String subject) {
        return view.getName() + "|" + tenant + "|" + subject;
    }

    /** What has changed, where the position is the same as before. */
    public void announce(List<String> payloads) {
        dsl.fetch(
                "select pg_notify('read_model', said) from unnest({0}) said", DSL.val(payloads.toArray(String[]::new)));
    }
}
