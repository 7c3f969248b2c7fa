package io.chatledger.command.contact;

import io.chatledger.kernel.contact.ContactEvent.ConsentRecorded;
import io.chatledger.kernel.contact.ContactEvent.ContactAbsorbed;
import io.chatledger.kernel.contact.ContactEvent.ContactCreated;
import io.chatledger.kernel.contact.ContactEvent.ContactErased;
import io.chatledger.kernel.contact.ContactEvent.ContactMerged;
import io.chatledger.kernel.contact.ContactEvent.ContactSeparated;
import io.chatledger.kernel.contact.ContactEvent.ContactUnmerged;
import io.chatledger.kernel.contact.ContactEvent.ErasureCertified;
import io.chatledger.kernel.contact.ContactEvent.IdentityLinked;
import io.chatledger.kernel.contact.ContactEvent.IdentityUnlinked;
import io.chatledger.kernel.contact.ContactEvent.NumberChanged;
import io.chatledger.kernel.contact.ContactEvent.OfContact;
import io.chatledger.kernel.contact.ContactEvent.ProfileNameChanged;
import io.chatledger.kernel.contact.ContactEvent.SurvivorChanged;
import io.chatledger.kernel.contact.IdentityType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a contact has come to, as far as its decisions need it. */
final class ContactState {

    final Identities identities = new Identities();
    final Lineage lineage = new Lineage();

    /** The last word on each purpose. */
    final Map<String, ConsentRecorded> consents = new LinkedHashMap<>();

    @Nullable
    String name;

    @Nullable
    Instant createdAt;

    boolean erased;

    /** Of somebody erased, of whom nothing else is known. */
    boolean hadUserId;

    boolean certified;

    void on(OfContact event) {
        switch (event) {
            case ContactCreated e -> {
                name = e.name();
                createdAt = e.at();
            }
            case ProfileNameChanged e -> name = e.name();
            case IdentityLinked e -> identities.append(e.identity());
            case IdentityUnlinked e -> identities.remove(e.identity());
            case NumberChanged e -> {
                identities.remove(e.from());
                identities.append(e.to());
            }
            case ConsentRecorded e -> consents.put(e.purpose(), e);
            case ContactMerged e -> {
                lineage.merged(e, identities.all());
                identities.clear();
            }
            case ContactAbsorbed e -> lineage.absorbed(e, identities.all());
            case SurvivorChanged e -> lineage.follow(e.survivor());
            case ContactUnmerged e -> lineage.unmerged(e);
            case ContactSeparated e -> lineage.separated(e.merged());
            case ContactErased _ -> {
                erased = true;
                hadUserId = identities.has(IdentityType.bsuid);
                name = null;
                identities.clear();
                lineage.forget();
            }
            case ErasureCertified _ -> certified = true;
        }
    }
}
