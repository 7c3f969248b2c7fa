package io.chatledger.query.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Pages;
import io.chatledger.query.Paging;
import io.chatledger.query.Rows;
import io.chatledger.query.TestDatabase;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelQueriesIT {

    private final TenantId tenant = TestDatabase.newTenant();
    private final Rows rows = new Rows(tenant);
    private final ChannelQueries queries = new ChannelQueries(TestDatabase.reads());

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 200})
    void pagesHaveEveryRowOnceEvenAtTheSameTime(int limit) {
        IntStream.range(0, 7)
                .forEach(n -> rows.channel("r" + n, row -> row.setConnectedAt(Rows.START.plusSeconds(n / 3))));

        assertThat(Pages.all(limit, paging -> queries.find(tenant, paging)))
                .extracting(ChannelView::id)
                .containsExactly("r0", "r1", "r2", "r3", "r4", "r5", "r6");
    }

    @Test
    void anotherTenantSeesNothing() {
        rows.channel("mine", row -> {});

        assertThat(queries.find(TestDatabase.newTenant(), Paging.first(10)).items())
                .isEmpty();
    }
}
