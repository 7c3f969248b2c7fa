package io.chatledger.command.contact;

import io.chatledger.command.CommandSide;
import io.chatledger.command.claim.IdentityClaims;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.message.PersonalData.Purpose;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.rig.StoreDatabase;
import io.chatledger.vault.MasterKey;
import io.chatledger.vault.PersonKeys;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Erasures with the real keys, of customers whose traces lie in a place that may be out of order. */
final class Forgetting implements AutoCloseable {

    private static final byte[] WORDS = "Zoila".getBytes(StandardCharsets.UTF_8);

    final People people = new People();
    final PersonKeys keys = new PersonKeys(StoreDatabase.shared(), MasterKey.of(new byte[32]), InstantSource.system());
    final List<Set<Identity>> removed = new ArrayList<>();
    int failures;

    final Erasure erasure = new Erasure(
            people.side.commands(),
            new IdentityClaims(CommandSide.CLAIMS),
            people.side.store(),
            List.of(this::remove),
            () -> people.arrival,
            keys,
            () -> People.NOW);

    private int remove(TenantId tenant, Set<Identity> identities, long upToArrival) {
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("The process ends here.");
        }
        removed.add(identities);
        return 1;
    }

    byte[] sealed(ContactId contact) {
        return keys.seal(contact, Purpose.service, "name", WORDS);
    }

    byte @Nullable [] opened(ContactId contact, byte[] sealed) {
        return keys.open(contact.value(), Purpose.service, "name", sealed);
    }

    @Override
    public void close() {
        people.close();
    }
}
