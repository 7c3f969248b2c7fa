package io.chatledger.query.contact;

import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import io.chatledger.query.Past;
import io.chatledger.query.PersonExportPart;
import io.chatledger.query.contact.ContactExport.Part;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gathers everything about a person. */
@Component
class ContactExports {

    private final ContactQueries contacts;
    private final List<PersonExportPart> parts;
    private final InstantSource clock;

    ContactExports(ContactQueries contacts, List<PersonExportPart> parts, InstantSource clock) {
        this.contacts = contacts;
        this.parts = List.copyOf(parts);
        this.clock = clock;
    }

    /** @throws DomainProblem {@code not-found}; {@code person-erased}: nothing is known of them any more */
    ContactExport of(TenantId tenant, String id) {
        ContactView contact = contacts.get(tenant, id);
        Instant erasedAt = contact.erasedAt();
        if (erasedAt != null) {
            throw new DomainProblem(
                    DomainProblem.Kind.GONE,
                    "person-erased",
                    "This person has been erased; there is nothing to export.",
                    Map.of("erasedAt", erasedAt));
        }
        Past past = Past.current();
        List<String> person = Stream.concat(Stream.of(contact.id()), contact.mergedIds().stream())
                .toList();
        return new ContactExport(
                clock.instant(),
                past == null ? null : past.moment(),
                contact,
                contacts.merged(tenant, contact),
                parts.stream()
                        .map(part -> new Part(part.name(), part.template(), part.of(tenant, person)))
                        .toList());
    }
}
