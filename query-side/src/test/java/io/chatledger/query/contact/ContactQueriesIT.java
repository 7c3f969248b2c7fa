package io.chatledger.query.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Pages;
import io.chatledger.query.Paging;
import io.chatledger.query.Rows;
import io.chatledger.query.TestDatabase;
import java.util.stream.IntStream;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactQueriesIT {

    private final TenantId tenant = TestDatabase.newTenant();
    private final Rows rows = new Rows(tenant);
    private final ContactQueries queries = new ContactQueries(TestDatabase.reads());

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 200})
    void pagesHaveEveryRowOnceEvenAtTheSameTime(int limit) {
        IntStream.range(0, 7)
                .forEach(n -> rows.contact("r" + n, row -> row.setCreatedAt(Rows.START.plusSeconds(n / 3))));

        assertThat(Pages.all(limit, paging -> queries.find(tenant, null, paging)))
                .extracting(ContactView::id)
                .containsExactly("r6", "r3", "r4", "r5", "r0", "r1", "r2");
    }

    @Test
    void anotherTenantSeesNothing() {
        rows.contact("mine", row -> {});

        assertThat(queries.find(TestDatabase.newTenant(), null, Paging.first(10))
                        .items())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"José", "NÚÑEZ", "+56 (9) 1234-5678", "912345"})
    void searchesNamesAndNumbersWithoutMindingAccents(String q) {
        rows.contact("wanted", row -> row.setSearch("jose nunez 56912345678"));
        rows.contact("unwanted", row -> row.setSearch("ana 56900000000"));

        assertThat(queries.find(tenant, q, Paging.first(10)).items())
                .extracting(ContactView::id)
                .containsExactly("wanted");
    }

    @Test
    void oneContactComesWithItsNames() {
        rows.contact("one", row -> {
            row.setName("Ana");
            row.setNameHistory(JSONB.jsonb("[{\"name\":\"Ana\",\"at\":\"2026-05-01T12:00:00Z\"}]"));
        });

        assertThat(queries.get(tenant, "one").nameHistory())
                .containsExactly(new ContactView.NameChange("Ana", Rows.START));
    }
}
