package io.chatledger.command.conversation.whatsapp;

import static io.chatledger.command.CommandSide.TENANT;

import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.command.claim.IdentityClaims;
import io.chatledger.command.contact.ContactConfiguration;
import io.chatledger.command.conversation.ConversationConfiguration;
import io.chatledger.command.conversation.ProviderKeys;
import io.chatledger.kernel.contact.ContactCommand.EraseContact;
import io.chatledger.kernel.contact.ContactCommand.ListIdentities;
import io.chatledger.kernel.contact.ContactCommand.ResolveContact;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.config.ConfigurerModule;

/** Customers of whom some are erased, on the real handlers. */
final class Erased implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    final IdentityClaims claims = new IdentityClaims(CommandSide.CLAIMS);
    final ProviderKeys keys = new ProviderKeys(CommandSide.KEYS);
    final CommandSide side;
    final WhatsAppTraces traces;

    Erased(ConfigurerModule... more) {
        side = new CommandSide(modules(more));
        traces = new WhatsAppTraces(side.commands(), side.store(), keys, claims, () -> NOW);
    }

    private ConfigurerModule[] modules(ConfigurerModule... more) {
        return Stream.concat(
                        Stream.of(
                                new ConversationConfiguration(new Aggregates(), tenant -> List.of()),
                                new ContactConfiguration(new Aggregates(), claims)),
                        Stream.of(more))
                .toArray(ConfigurerModule[]::new);
    }

    ContactId writes(long arrival, Identity... sender) {
        return side.send(new ResolveContact(
                TENANT,
                ContactId.of(TENANT, UUID.randomUUID()),
                null,
                claims.of(TENANT, List.of(sender)),
                null,
                arrival,
                NOW));
    }

    /** Whoever is called so now, up to an arrival. */
    void erases(long upToArrival, Identity identity) {
        erase(writes(Long.MAX_VALUE, identity), upToArrival);
    }

    void erase(ContactId contact, long upToArrival) {
        List<Identity> identities = side.send(new ListIdentities(contact));
        side.send(
                new EraseContact(contact, claims.of(TENANT, identities), List.of(), "asked for it", upToArrival, NOW));
    }

    @Override
    public void close() {
        side.close();
    }
}
