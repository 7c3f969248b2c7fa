package io.chatledger.projection.asof;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/** Events in a store that knows no tenants: it is read from its beginning, and others' events are passed by. */
final class ScannedTenantLog implements TenantLog {

    private static final int PORTION = 5_000;
    private static final int PATIENCE_SECONDS = 30;

    private final StreamableMessageSource<TrackedEventMessage<?>> source;

    ScannedTenantLog(StreamableMessageSource<TrackedEventMessage<?>> source) {
        this.source = source;
    }

    @Override
    public long head() {
        TrackingToken token = source.createHeadToken();
        return token == null ? 0 : Math.max(0, token.position().orElse(0));
    }

    @Override
    public Place at(TenantId tenant, Instant time) {
        return newest(tenant, head(), time);
    }

    @Override
    public Place upTo(TenantId tenant, long position) {
        return newest(tenant, Math.min(position, head()), Instant.MAX);
    }

    @Override
    public long count(TenantId tenant, long upTo) {
        long[] found = {0};
        walk(0, Math.min(upTo, head()), message -> found[0] += isOf(message, tenant) ? 1 : 0);
        return found[0];
    }

    @Override
    public void read(
            TenantId tenant,
            long after,
            long upTo,
            Collection<Class<? extends Event>> types,
            Predicate<List<TrackedEventMessage<?>>> reader) {
        List<TrackedEventMessage<?>> portion = new ArrayList<>();
        walk(after, Math.min(upTo, head()), message -> {
            boolean wanted = types.stream().anyMatch(type -> type.isAssignableFrom(message.getPayloadType()));
            if (wanted && isOf(message, tenant)) {
                portion.add(message);
            }
        });
        for (int from = 0; from < portion.size(); from += PORTION) {
            if (!reader.test(portion.subList(from, Math.min(from + PORTION, portion.size())))) {
                return;
            }
        }
    }

    private Place newest(TenantId tenant, long upTo, Instant time) {
        Place[] found = {NOWHERE};
        walk(0, upTo, message -> {
            if (isOf(message, tenant) && !message.getTimestamp().isAfter(time)) {
                found[0] = new Place(positionOf(message), message.getTimestamp());
            }
        });
        return found[0];
    }

    private void walk(long after, long upTo, Consumer<TrackedEventMessage<?>> visitor) {
        TrackingToken from = after <= 0 ? source.createTailToken() : new GlobalSequenceTrackingToken(after);
        try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(from)) {
            for (long position = after; position < upTo; ) {
                if (!stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("the history ends too early, at " + position);
                }
                TrackedEventMessage<?> message = stream.nextAvailable();
                position = positionOf(message);
                if (position <= upTo) {
                    visitor.accept(message);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The stream's name decides, as in PostgreSQL. */
    private static boolean isOf(TrackedEventMessage<?> message, TenantId tenant) {
        return message instanceof DomainEventMessage<?> event
                && event.getAggregateIdentifier().startsWith(tenant.value() + "/");
    }

    private static long positionOf(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }
}
