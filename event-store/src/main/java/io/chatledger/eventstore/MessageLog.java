package io.chatledger.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** The history of any event store, read as its processors read it. */
public final class MessageLog implements EventLog {

    private static final int PAGE = 1_000;

    /** What was asked for is stored, so a wait this long means that the store does not answer. */
    private static final int PATIENCE_SECONDS = 30;

    /** Before all events, where there is no token. */
    private static final long NOWHERE = -1;

    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final EventTenants tenants;

    public MessageLog(StreamableMessageSource<TrackedEventMessage<?>> source, EventTenants tenants) {
        this.source = source;
        this.tenants = tenants;
    }

    @Override
    public long beginning() {
        return positionOf(source.createTailToken());
    }

    @Override
    public long head() {
        return positionOf(source.createHeadToken());
    }

    @Override
    public Pages read(Stretch stretch) {
        boolean all = stretch.after() <= beginning();
        TrackingToken from = all ? source.createTailToken() : new GlobalSequenceTrackingToken(stretch.after());
        return new Walk(stretch, tenants, source.openStream(from));
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return token == null ? NOWHERE : token.position().orElse(NOWHERE);
    }

    private static final class Walk implements Pages {
        private final Stretch stretch;
        private final EventTenants tenants;
        private final BlockingStream<TrackedEventMessage<?>> stream;
        private long position;

        Walk(Stretch stretch, EventTenants tenants, BlockingStream<TrackedEventMessage<?>> stream) {
            this.stretch = stretch;
            this.tenants = tenants;
            this.stream = stream;
            this.position = stretch.after();
        }

        @Override
        public @Nullable Page next() {
            List<LoggedEvent> events = new ArrayList<>();
            int count = 0;
            while (position < stretch.upTo() && count < PAGE) {
                TrackedEventMessage<?> message = message();
                position = message.trackingToken().position().orElseThrow();
                count++;
                if (stretch.wants(message.getPayloadType())) {
                    add(new Message(message, position, tenants.tenantOf(message)), events);
                }
            }
            return count == 0 ? null : new Page(events, position);
        }

        private void add(Message event, List<LoggedEvent> events) {
            if (stretch.tenant() == null || stretch.tenant().equals(event.tenant())) {
                events.add(event);
            }
        }

        private TrackedEventMessage<?> message() {
            try {
                if (!stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("the history ends too early, at " + position);
                }
                return stream.nextAvailable();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        @Override
        public void close() {
            stream.close();
        }
    }

    private record Message(TrackedEventMessage<?> message, long position, String tenant) implements LoggedEvent {

        @Override
        public int streamHash() {
            return message instanceof DomainEventMessage<?> domain
                    ? domain.getAggregateIdentifier().hashCode()
                    : message.getIdentifier().hashCode();
        }

        @Override
        public Object payload() {
            return message.getPayload();
        }
    }
}
