package io.chatledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantIsolationIT {

    private Database database;
    private List<Projection<?, ?>> all;
    private DSLContext reader;

    @BeforeAll
    void start() {
        database = new Database();
        DSLContext dsl = Wired.dsl(database.as("chatledger_projection"));
        all = Wired.projections().all();
        List<Fact> facts = SampleHistory.of(3, 800);
        all.forEach(projection -> apply(projection, dsl, facts));
        reader = DSL.using(database.as("chatledger_query"), SQLDialect.POSTGRES);
    }

    @AfterAll
    void stop() throws Exception {
        database.close();
    }

    @Test
    void aReaderSeesTheRowsOfItsTenantAndNoOthers() {
        for (TenantId tenant : SampleHistory.TENANTS) {
            assertThat(seenBy(tenant.value()))
                    .allSatisfy((view, owners) ->
                            assertThat(owners).as(view).isNotEmpty().containsOnly(tenant.value()));
        }
    }

    @Test
    void aReaderWithoutATenantSeesNothing() {
        assertThat(seenBy(null))
                .allSatisfy((view, owners) -> assertThat(owners).as(view).isEmpty());
        assertThat(seenBy(""))
                .allSatisfy((view, owners) -> assertThat(owners).as(view).isEmpty());
    }

    private Map<String, List<String>> seenBy(@Nullable String tenant) {
        return reader.transactionResult(transaction -> {
            if (tenant != null) {
                transaction.dsl().fetch("select set_config('app.tenant_id', {0}, true)", DSL.val(tenant));
            }
            return all.stream()
                    .collect(Collectors.toMap(
                            projection -> projection.table().getName(),
                            projection -> transaction
                                    .dsl()
                                    .select(Columns.TENANT.in(projection.table()))
                                    .from(projection.table())
                                    .fetchInto(String.class)));
        });
    }

    private static void apply(Projection<?, ?> projection, DSLContext dsl, List<Fact> facts) {
        new TableFold<>(projection, dsl).apply(facts);
    }
}
