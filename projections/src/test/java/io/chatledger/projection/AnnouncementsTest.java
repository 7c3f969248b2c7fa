package io.chatledger.projection;

import static io.chatledger.readmodel.generated.Tables.CONTACT_VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

    @Test
    void aFewRowsAreNamedAndManyOfOneTenantAreNot() {
        Stream<RowChange> many = IntStream.range(0, 51).mapToObj(row -> new RowChange("shop-b", "row " + row));
        Stream<RowChange> few = Stream.of("x", "y", "x").map(row -> new RowChange("shop-a", row));
        List<RowChange> changes = Stream.concat(many, few).toList();
        assertThat(Announcements.rows(CONTACT_VIEW, changes))
                .containsExactly("contact_view|shop-a|x", "contact_view|shop-a|y", "contact_view|shop-b|*");
    }
}
