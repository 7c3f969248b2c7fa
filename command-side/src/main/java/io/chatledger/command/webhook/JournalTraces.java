package io.chatledger.command.webhook;

import io.chatledger.command.PersonalTraces;
import io.chatledger.command.webhook.JournalPages.Entry;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Raw bodies in which a person is named. All of a tenant's are looked through, which takes some seconds for a hundred
 * thousand of them. A body loses whatever names the person where all that others say in it is in the history. Else it
 * loses what the person said alone, and the rest is left to {@link LaterNames}; one that is still to be worked through
 * loses nothing before, as the claims decide then whose each message is.
 */
@Component
class JournalTraces implements PersonalTraces {

    private static final UUID FIRST = new UUID(0, 0);

    private final JournalPages pages;
    private final LaterNames laterNames;
    private final Deliveries deliveries;
    private final Map<String, WebhookSource> sources;

    JournalTraces(JournalPages pages, LaterNames laterNames, Deliveries deliveries, List<WebhookSource> sources) {
        this.pages = pages;
        this.laterNames = laterNames;
        this.deliveries = deliveries;
        this.sources = sources.stream().collect(Collectors.toMap(WebhookSource::name, Function.identity()));
    }

    @Override
    public int remove(TenantId tenant, Set<Identity> identities, long upToArrival) {
        Search search = new Search(
                tenant, identities.stream().map(Identity::asDelivered).collect(Collectors.toSet()), upToArrival);
        int changed = 0;
        UUID last = FIRST;
        for (List<Entry> page = search.after(last); !page.isEmpty(); page = search.after(last)) {
            for (Entry entry : page) {
                changed += search.changed(entry) ? 1 : 0;
            }
            last = page.getLast().id();
        }
        return changed;
    }

    /** What becomes of a body, and whom it is to lose later. */
    private record Change(byte[] body, byte @Nullable [] later) {}

    private final class Search {

        private final TenantId tenant;
        private final Set<String> names;
        private final long upToArrival;
        private final Blackening blackening;

        private Search(TenantId tenant, Set<String> names, long upToArrival) {
            this.tenant = tenant;
            this.names = names;
            this.upToArrival = upToArrival;
            this.blackening = new Blackening(tenant, names);
        }

        List<Entry> after(UUID last) {
            return pages.after(last, tenant, upToArrival);
        }

        /** Others may be forgotten in the same body at the same moment: whoever comes second looks again. */
        boolean changed(Entry found) {
            for (Entry entry = found; ; ) {
                Change change = change(entry);
                if (Arrays.equals(change.body(), entry.body()) && Arrays.equals(change.later(), entry.later())) {
                    return false;
                }
                if (pages.replace(entry, change.body(), change.later())) {
                    return true;
                }
                List<Entry> again = pages.again(entry.id(), tenant, upToArrival);
                if (again.isEmpty()) {
                    return false;
                }
                entry = again.getFirst();
            }
        }

        private Change change(Entry entry) {
            WebhookSource source = sources.get(entry.source());
            Change none = new Change(entry.body(), entry.later());
            if (source == null || !blackening.isConceivable(new String(entry.body(), StandardCharsets.UTF_8))) {
                return none;
            }
            byte[] without = blackening.of(entry.body(), entry.waiting() || isOurs(entry), source::owners);
            if (Arrays.equals(without, entry.body())) {
                return none;
            }
            if (entry.waiting()) {
                return new Change(entry.body(), later(entry));
            }
            if (source.isTaken(entry.body(), tenant)) {
                return new Change(without, entry.later());
            }
            return new Change(source.withhold(entry.body(), entry.id(), entry.arrival(), tenant), later(entry));
        }

        private boolean isOurs(Entry entry) {
            return entry.mine() || (entry.unsaid() && deliveries.exists(tenant, entry.id()));
        }

        private byte[] later(Entry entry) {
            return laterNames.with(entry.id(), entry.later(), LaterNames.Person.of(tenant, names));
        }
    }
}
