package io.chatledger.query.contact;

import io.chatledger.kernel.account.Allowed;
import io.chatledger.kernel.account.Caller;
import io.chatledger.query.OfOneAggregate;
import io.chatledger.query.Page;
import io.chatledger.query.Paging;
import io.chatledger.query.ShowsPersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Contacts over HTTP. */
@RestController
@RequestMapping("/api/v1/contacts")
class ContactQueryApi {

    private final ContactQueries queries;

    ContactQueryApi(ContactQueries queries) {
        this.queries = queries;
    }

    /**
     * Lists the contacts, by name.
     *
     * @param q part of a name, a phone number or another identity
     */
    @GetMapping
    @Allowed("contacts.read")
    @ShowsPersonalData("contacts")
    Page<ContactView> find(
            Caller caller,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.find(caller.tenant(), q, Paging.of(limit, cursor));
    }

    /**
     * Shows a contact.
     */
    @GetMapping("/{id}")
    @Allowed("contacts.read")
    @OfOneAggregate
    @ShowsPersonalData(value = "contact", id = "id")
    ContactView get(Caller caller, @PathVariable String id) {
        return queries.get(caller.tenant(), id);
    }
}
