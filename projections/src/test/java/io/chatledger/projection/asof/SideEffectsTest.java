package io.chatledger.projection.asof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chatledger.kernel.Features;
import io.chatledger.kernel.conversation.ConversationEvent.MessageAccepted;
import io.chatledger.kernel.conversation.ConversationEvent.MessageFailed;
import io.chatledger.kernel.conversation.ConversationEvent.SendingDeferred;
import io.chatledger.kernel.conversation.ConversationEvent.SendingStarted;
import io.chatledger.kernel.conversation.ConversationId;
import io.chatledger.kernel.conversation.MessageId;
import io.chatledger.kernel.conversation.SendError;
import io.chatledger.kernel.message.Actor;
import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class SideEffectsTest {

    private static final TenantId TENANT = new TenantId("a");
    private static final Instant AT = Instant.parse("2026-03-12T18:00:00Z");

    private final ConversationId conversation = ConversationId.of(TENANT, UUID.randomUUID());
    private final MessageId first = MessageId.of(UUID.randomUUID());
    private final MessageId second = MessageId.of(UUID.randomUUID());
    private final Recorded log = new Recorded();
    private final SideEffects effects = new SideEffects(log, Features.builtIn().effects());

    @Test
    void eachAttemptIsThereOnceWithWhatCameOfIt() {
        log.add(started(first), started(second), accepted(first), failed(second), started(second));

        assertThat(effects.after(TENANT, 0, 10))
                .extracting(SideEffect::position, SideEffect::outcome)
                .containsExactly(tuple(1L, "accepted"), tuple(2L, "refused"), tuple(5L, "pending"));
    }

    @Test
    void aPageGoesOnWhereTheLastOneEndedAndKnowsWhatCameLater() {
        log.add(started(first), started(second), accepted(second), accepted(first));

        assertThat(effects.after(TENANT, 0, 1)).extracting(SideEffect::outcome).containsExactly("accepted");
        assertThat(effects.after(TENANT, 1, 1))
                .extracting(SideEffect::key)
                .containsExactly(conversation.key() + ":" + second);
    }

    @Test
    void whatWasSentAndIsSentAgainIsARepetition() {
        log.add(started(first), accepted(first), started(first));

        assertThat(effects.repeatedAfter(TENANT, 2, 2)).isOne();
    }

    @Test
    void aFirstAttemptMeanwhileIsNone() {
        log.add(started(first), accepted(first), started(second), accepted(second));

        assertThat(effects.repeatedAfter(TENANT, 2, 2)).isZero();
    }

    @Test
    void whatWentBackIntoTheQueueIsTriedAgainWithoutBeingARepetition() {
        log.add(started(first), new SendingDeferred(conversation, first, "throttled", AT), started(first));

        assertThat(effects.repeatedAfter(TENANT, 2, 2)).isZero();
    }

    private SendingStarted started(MessageId message) {
        return new SendingStarted(conversation, message, AT);
    }

    private MessageAccepted accepted(MessageId message) {
        return new MessageAccepted(conversation, message, null, null, "wamid." + message, AT);
    }

    private MessageFailed failed(MessageId message) {
        return new MessageFailed(conversation, message, new SendError(131026, "undeliverable", null), AT);
    }

    /** A log in memory, its positions counted from 1. */
    private static final class Recorded implements TenantLog {
        private final List<TrackedEventMessage<?>> messages = new ArrayList<>();

        void add(Event... events) {
            for (Event event : events) {
                messages.add(new GenericTrackedEventMessage<>(
                        new GlobalSequenceTrackingToken(messages.size() + 1L),
                        new GenericEventMessage<>(
                                event, Origin.of(TENANT, Actor.SYSTEM).toMetaData())));
            }
        }

        @Override
        public long head() {
            return messages.size();
        }

        @Override
        public Place at(TenantId tenant, Instant time) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Place upTo(TenantId tenant, long position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long count(TenantId tenant, long upTo) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void read(
                TenantId tenant,
                long after,
                long upTo,
                Collection<Class<? extends Event>> types,
                Predicate<List<TrackedEventMessage<?>>> reader) {
            boolean more = true;
            for (long position = after; more && position < Math.min(upTo, head()); position++) {
                more = reader.test(List.of(messages.get((int) position)));
            }
        }
    }
}
