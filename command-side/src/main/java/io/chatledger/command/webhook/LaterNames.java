package io.chatledger.command.webhook;

import io.chatledger.kernel.tenant.TenantId;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whom a body is to lose once it has been worked through. They stand beside the body that names them, sealed as it is, and
 * the body is not finished before they are gone from it: so nobody's message is lost, and no crash and no other node lets
 * a name stay.
 */
@Component
class LaterNames implements LaterBlackening {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /**
     * A person.
     *
     * @param tenant whose customer it was
     * @param names as they stand in the body
     */
    record Person(String tenant, Set<String> names) {

        Person {
            names = new TreeSet<>(names);
        }

        static Person of(TenantId tenant, Set<String> names) {
            return new Person(tenant.value(), names);
        }

        TenantId tenantId() {
            return new TenantId(tenant);
        }
    }

    private final JdbcClient jdbc;
    private final JournalBodies bodies;

    LaterNames(@Qualifier("storeDataSource") DataSource store, JournalBodies bodies) {
        this.jdbc = JdbcClient.create(store);
        this.bodies = bodies;
    }

    @Override
    public void add(UUID delivery, TenantId tenant, Set<String> names) {
        Person person = Person.of(tenant, names);
        for (boolean added = false; !added; ) {
            byte[] before = jdbc.sql("select blacken_later from webhook_journal where id = ?")
                    .param(delivery)
                    .query((row, number) -> row.getBytes(1))
                    .list()
                    .getFirst();
            byte[] after = with(delivery, before, person);
            added = Arrays.equals(before, after)
                    || jdbc.sql("update webhook_journal set blacken_later = :after"
                                            + " where id = :id and blacken_later is not distinct from :before")
                                    .param("after", after)
                                    .param("id", delivery)
                                    .param("before", before, Types.BINARY)
                                    .update()
                            == 1;
        }
    }

    /** @return the same where the person is among them */
    byte[] with(UUID delivery, byte @Nullable [] sealed, Person person) {
        List<Person> all = open(delivery, sealed);
        if (sealed != null && all.contains(person)) {
            return sealed;
        }
        List<Person> more = new ArrayList<>(all);
        more.add(person);
        return seal(delivery, more);
    }

    byte[] seal(UUID delivery, List<Person> people) {
        return bodies.sealNames(delivery, MAPPER.writeValueAsBytes(people));
    }

    List<Person> open(UUID delivery, byte @Nullable [] sealed) {
        return sealed == null
                ? List.of()
                : List.of(MAPPER.readValue(bodies.openNames(delivery, sealed), Person[].class));
    }
}
