package io.chatledger.command.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chatledger.kernel.channel.ChannelId;
import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.contact.ContactId;
import io.chatledger.kernel.conversation.Author;
import io.chatledger.kernel.conversation.ConversationCommand.ReceiveMessage;
import io.chatledger.kernel.conversation.ConversationCommand.SendMessage;
import io.chatledger.kernel.conversation.ConversationEvent.ConversationOpened;
import io.chatledger.kernel.conversation.ConversationEvent.MessageAccepted;
import io.chatledger.kernel.conversation.ConversationEvent.MessageQueued;
import io.chatledger.kernel.conversation.ConversationEvent.MessageReceived;
import io.chatledger.kernel.conversation.ConversationEvent.TakenOver;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.MessageContent;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.conversation.MessageKey;
import io.chatledger.kernel.problem.DomainProblem;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.jspecify.annotations.Nullable;

/** One conversation and what can be said about it. */
final class Talk {

    static final TenantId TENANT = new TenantId("acme");
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final ConversationId ID = ConversationId.of(TENANT, new UUID(0, 1));
    static final ChannelId CHANNEL = ChannelId.of(TENANT, new UUID(0, 2));
    static final ContactId CONTACT = ContactId.of(TENANT, new UUID(0, 3));
    static final MessageId MESSAGE = MessageId.of(new UUID(0, 4));
    static final MessageContent HELLO = MessageContent.ofText("hello");
    static final MessageContent TEMPLATE = new MessageContent(
            "template", "greeting", null, null, null, Map.of("template", Map.of("name", "greeting")));
    static final Author AGENT = new Author(Author.Type.agent, "agent-1");
    static final Author BOT = new Author(Author.Type.bot, "bot-1");
    static final Endpoint ENDPOINT = new Endpoint(Provider.CLOUD_API, "1001");
    static final ProviderKeys KEYS =
            new ProviderKeys((scope, kind, value) -> UUID.nameUUIDFromBytes((scope + kind + value).getBytes(UTF_8)));

    private Talk() {}

    /** All that goes out goes to the test. */
    static MessageGateways gateways(Function<OutboundMessage, SendResult> send) {
        return new MessageGateways(List.of(new MessageGateway() {
            @Override
            public Provider provider() {
                return ENDPOINT.provider();
            }

            @Override
            public SendResult send(OutboundMessage message) {
                return send.apply(message);
            }
        }));
    }

    static FixtureConfiguration<Conversation> fixture() {
        return new AggregateTestFixture<>(Conversation.class);
    }

    static ConversationOpened opened() {
        return new ConversationOpened(ID, CHANNEL, ENDPOINT, CONTACT, NOON);
    }

    static MessageReceived received(long sequence, Instant sentAt, Instant at) {
        MessageId message = MessageId.of(new UUID(1, sequence));
        return new MessageReceived(
                ID, message, CHANNEL, ENDPOINT, CONTACT, "wamid." + sequence, HELLO, null, sequence, sentAt, at);
    }

    /** The customer's first message, sent and received at noon. */
    static MessageReceived received() {
        return received(1, NOON, NOON);
    }

    static SendMessage send(MessageContent content, Author author, @Nullable Long ownershipVersion, Instant at) {
        return new SendMessage(ID, MESSAGE, content, null, author, ownershipVersion, at);
    }

    static MessageQueued queued(MessageContent content, Author author, long sequence, Instant at) {
        return new MessageQueued(ID, MESSAGE, CHANNEL, ENDPOINT, CONTACT, content, null, author, sequence, at);
    }

    static MessageAccepted accepted(@Nullable String wamid) {
        return new MessageAccepted(ID, MESSAGE, CONTACT, key("wamid.out"), wamid, NOON);
    }

    static TakenOver takenOver(long version) {
        return new TakenOver(ID, "agent-1", version, NOON);
    }

    static ReceiveMessage receive(String wamid, String delivery, Instant at) {
        return receive(wamid, delivery, HELLO, at);
    }

    static ReceiveMessage receive(String wamid, String delivery, MessageContent content, Instant at) {
        return new ReceiveMessage(
                ID,
                key(wamid),
                MessageId.of(UUID.nameUUIDFromBytes((wamid + delivery).getBytes(UTF_8))),
                CHANNEL,
                ENDPOINT,
                CONTACT,
                wamid,
                content,
                null,
                delivery,
                at,
                at);
    }

    static MessageKey key(String wamid) {
        return KEYS.message(TENANT, ENDPOINT, wamid);
    }

    static void refused(ResultValidator<?> result, String code) {
        result.expectNoEvents().expectException(problem(code));
    }

    private static CustomTypeSafeMatcher<DomainProblem> problem(String code) {
        return new CustomTypeSafeMatcher<>("the refusal " + code) {
            @Override
            protected boolean matchesSafely(DomainProblem problem) {
                return problem.code().equals(code);
            }
        };
    }
}
