package io.chatledger.projection;

import io.chatledger.kernel.channel.ChannelEvent.OfChannel;
import io.chatledger.kernel.contact.ContactEvent.OfContact;
import io.chatledger.kernel.conversation.ConversationEvent.OfConversation;
import io.chatledger.kernel.conversation.ConversationEvent.OfProviderMessage;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantEvent.TenantRegistered;
import io.chatledger.kernel.tenant.TenantStreamId;
import io.chatledger.kernel.webhook.WebhookEvent;
import io.chatledger.projection.wide.SampleEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** A history in memory; positions count from 1. */
public final class RecordedEvents implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final List<TrackedEventMessage<?>> messages = new CopyOnWriteArrayList<>();

    public synchronized void record(Collection<Fact> facts) {
        facts.forEach(this::record);
    }

    public synchronized TrackedEventMessage<?> record(Fact fact) {
        return add(message(fact, messages.size() + 1));
    }

    /** For one that is made elsewhere, at the next position. */
    TrackedEventMessage<?> add(TrackedEventMessage<?> message) {
        messages.add(message);
        return message;
    }

    /** As if an upcaster had learnt to read what lies at the position. */
    void mend(int position, Fact fact) {
        messages.set(position - 1, message(fact, position));
    }

    public List<TrackedEventMessage<?>> all() {
        return List.copyOf(messages);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(messages.size());
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new Reader(token == null ? 0 : Math.toIntExact(token.position().orElseThrow()));
    }

    private static TrackedEventMessage<?> message(Fact fact, int position) {
        Map<String, Object> origin = new Origin(fact.tenant(), Actor.SYSTEM, "c", null, null).toMetaData();
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                new GenericDomainEventMessage<>(
                        "Sample",
                        stream(fact.event()),
                        position,
                        fact.event(),
                        MetaData.from(origin),
                        "event " + position,
                        Instant.EPOCH));
    }

    private static String stream(Event event) {
        return switch (event) {
            case OfConversation of -> of.conversationId().value();
            case OfProviderMessage of -> of.messageKey().value();
            case OfContact of -> of.contactId().value();
            case OfChannel of -> of.channelId().value();
            case WebhookEvent of -> of.deliveryId().value();
            case TenantRegistered of -> TenantStreamId.ofTenant(of.tenant()).value();
            case SampleEvent sample -> sample.stream();
            default -> "stream";
        };
    }

    private final class Reader implements BlockingStream<TrackedEventMessage<?>> {
        private int position;

        Reader(int position) {
            this.position = position;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return position < messages.size() ? Optional.of(messages.get(position)) : Optional.empty();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return peek().isPresent();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return messages.get(position++);
        }

        @Override
        public void close() {}
    }
}
