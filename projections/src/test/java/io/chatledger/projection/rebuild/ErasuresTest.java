package io.chatledger.projection.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.chatledger.kernel.contact.ContactEvent.ContactErased;
import io.chatledger.kernel.contact.ContactEvent.ProfileNameChanged;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErasuresTest {

    private static final TenantId TENANT = new TenantId("11111111-1111-1111-1111-111111111111");
    private static final ContactId ERASED = ContactId.of(TENANT, new UUID(0, 1));
    private static final ContactId OTHER = ContactId.of(TENANT, new UUID(0, 2));

    private final Erasures erasures = new Erasures();

    @Test
    void whoIsErasedIsClearedOnce() {
        erasures.note(new ContactErased(ERASED, "asked to", 0, Instant.EPOCH));

        assertThat(cleared()).containsExactly(Person.of(ERASED));
        assertThat(cleared()).isEmpty();
    }

    @Test
    void ofWhomSomethingStillComesIsClearedAgain() {
        erasures.note(new ContactErased(ERASED, "asked to", 0, Instant.EPOCH));
        cleared();

        erasures.note(new ProfileNameChanged(ERASED, "late", Instant.EPOCH));
        erasures.note(new ProfileNameChanged(OTHER, "other", Instant.EPOCH));

        assertThat(cleared()).containsExactly(Person.of(ERASED));
    }

    private List<Person> cleared() {
        List<Person> cleared = new ArrayList<>();
        erasures.carryOut(cleared::addAll);
        return cleared;
    }
}
