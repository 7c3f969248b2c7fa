package io.chatledger.command.contact;

import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.command.claim.IdentityClaims;
import io.chatledger.command.conversation.ConversationConfiguration;
import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.claim.ClaimId;
import io.chatledger.kernel.contact.ContactCommand.ChangeNumber;
import io.chatledger.kernel.contact.ContactCommand.ClaimableIdentity;
import io.chatledger.kernel.contact.ContactCommand.EraseContact;
import io.chatledger.kernel.contact.ContactCommand.ListIdentities;
import io.chatledger.kernel.contact.ContactCommand.MergeContacts;
import io.chatledger.kernel.contact.ContactCommand.Occasion;
import io.chatledger.kernel.contact.ContactCommand.ResolveContact;
import io.chatledger.kernel.contact.ContactCommand.UnmergeContact;
import io.chatledger.kernel.contact.ContactEvent.IdentityClaimed;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;
import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationCommand.ReceiveMessage;
import io.chatledger.kernel.conversation.ConversationCommand.SendMessage;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.conversation.MessageKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.config.ConfigurerModule;
import org.jspecify.annotations.Nullable;

/** Customers who write, and what the real directory makes of them. */
final class People implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    /** Of the newest webhook body. */
    long arrival = 1;

    /** Those that a view shows. */
    List<ChannelId> channels = List.of(CHANNEL);

    /** Whether that view can be asked. */
    boolean viewIsThere = true;

    final CommandSide side;

    static final MessageId ANSWER = MessageId.of(new UUID(3, 3));

    static final ChannelId CHANNEL = ChannelId.of(CommandSide.TENANT, new UUID(0, 2));
    static final Endpoint ENDPOINT = new Endpoint(Provider.CLOUD_API, "1001");
    private static final AtomicLong MADE = new AtomicLong();
    private static final IdentityClaims NAMES = new IdentityClaims(CommandSide.CLAIMS);

    People() {
        side = new CommandSide(modules());
    }

    private People(People first) {
        side = first.side.another(modules());
    }

    /** The same ones, as another process on the same store knows them. */
    People elsewhere() {
        return new People(this);
    }

    private ConfigurerModule[] modules() {
        return new ConfigurerModule[] {
            new ConversationConfiguration(new Aggregates(), tenant -> channels()),
            new ContactConfiguration(new Aggregates(), NAMES)
        };
    }

    static Identity phone(String digits) {
        return new Identity(IdentityType.phone, digits);
    }

    static Identity user(String id) {
        return new Identity(IdentityType.bsuid, id);
    }

    static Identity username(String name) {
        return new Identity(IdentityType.username, name);
    }

    ContactId writes(Identity... identities) {
        return writesAs(null, identities);
    }

    ContactId writesAs(@Nullable String name, Identity... identities) {
        return side.send(new ResolveContact(
                CommandSide.TENANT, fresh(), name, claimable(List.of(identities)), null, arrival, NOW));
    }

    /** In a message that may have come before. */
    ContactId writes(String wamid, Identity... identities) {
        return side.send(new ResolveContact(
                CommandSide.TENANT, fresh(), null, claimable(List.of(identities)), occasion(wamid), arrival, NOW));
    }

    ContactId moves(List<Identity> from, List<Identity> to) {
        return side.send(new ChangeNumber(
                CommandSide.TENANT, fresh(), claimable(from), claimable(to), occasion("wamid.moved"), arrival, NOW));
    }

    List<Identity> identities(ContactId contact) {
        return side.send(new ListIdentities(contact));
    }

    EraseContact erasure(ContactId contact) {
        return erasure(contact, List.of());
    }

    /** @param former what the contact was known by before */
    EraseContact erasure(ContactId contact, List<Identity> former) {
        return new EraseContact(
                contact, claimable(identities(contact)), claimable(former), "asked for it", arrival, NOW);
    }

    void erases(ContactId contact) {
        side.send(erasure(contact));
    }

    void merges(ContactId contact, ContactId into) {
        side.send(new MergeContacts(contact, into, NOW));
    }

    void unmerges(ContactId contact, ContactId merged) {
        side.send(new UnmergeContact(contact, merged, NOW));
    }

    void receives(ContactId contact, String wamid, Instant at) {
        side.send(new ReceiveMessage(
                talk(contact),
                message(wamid),
                MessageId.of(UUID.randomUUID()),
                CHANNEL,
                ENDPOINT,
                contact,
                wamid,
                MessageContent.ofText("hello"),
                null,
                "delivery-1",
                at,
                at));
    }

    void send(ContactId contact, Instant at) {
        Author ana = new Author(Author.Type.agent, "ana");
        side.send(new SendMessage(talk(contact), ANSWER, MessageContent.ofText("hi"), null, ana, null, at));
    }

    private List<ChannelId> channels() {
        if (!viewIsThere) {
            throw new IllegalStateException("the view is away");
        }
        return channels;
    }

    static ConversationId talk(ContactId contact) {
        return ConversationId.of(CHANNEL, contact);
    }

    static ClaimId claim(Identity identity) {
        return CommandSide.CLAIMS.of(
                CommandSide.TENANT, IdentityClaimed.IDENTITY, identity.type() + ":" + identity.value());
    }

    private static List<ClaimableIdentity> claimable(List<Identity> identities) {
        return NAMES.of(CommandSide.TENANT, identities);
    }

    /** In the order in which they are made, as all are made at the same time. */
    static ContactId fresh() {
        return ContactId.of(CommandSide.TENANT, new UUID(7, MADE.incrementAndGet()));
    }

    static MessageKey message(String wamid) {
        return MessageKey.of(CommandSide.TENANT, CommandSide.KEYS.key(CommandSide.TENANT, "message", wamid));
    }

    static Occasion occasion(String wamid) {
        return new Occasion(CHANNEL, message(wamid), NOW);
    }

    @Override
    public void close() {
        side.close();
    }
}
