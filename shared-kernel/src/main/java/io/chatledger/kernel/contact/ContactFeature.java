package io.chatledger.kernel.contact;

import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.RevisionUpcaster;
import io.chatledger.kernel.permission.Permission;
import io.chatledger.kernel.permission.Role;
import java.util.List;

/** Customers. */
public final class ContactFeature implements Feature {

    @Override
    public String name() {
        return "contact";
    }

    @Override
    public String about() {
        return "Customers, and what the provider knows them by.";
    }

    @Override
    public List<Class<? extends Event>> events() {
        return List.of(ContactEvent.class);
    }

    @Override
    public List<RevisionUpcaster> upcasters() {
        return List.of(
                // Erasures did not say up to which webhook body they reach.
                new RevisionUpcaster("contact.ContactErased", 1, json -> json.put("upToArrival", 0)),
                new RevisionUpcaster("contact.IdentityReleased", 1, json -> json.put("upToArrival", 0)),
                // Merges did not say on which channels conversations go on elsewhere.
                new RevisionUpcaster("contact.ContactMerged", 1, json -> json.putArray("channels")));
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of("contacts.read", Role.agent, Role.auditor),
                Permission.of("contacts.write"),
                Permission.of("contacts.erase"),
                Permission.of("contacts.export", Role.auditor));
    }
}
