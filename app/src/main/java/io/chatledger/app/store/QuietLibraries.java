package io.chatledger.app.store;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.chatledger.eventstore.StoreAvailability;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Pools, schedulers and processors complain of a lost database each for itself, with a stack trace, over and over. While
 * the store is known to be away, which is in the log, none of them is heard, nor of what is left of it for a moment
 * afterwards; at other times each says the same thing once in a while.
 */
final class QuietLibraries extends TurboFilter implements StoreAvailability.Listener, AutoCloseable {

    private static final List<String> LIBRARIES = List.of(
            "com.zaxxer.hikari.",
            "com.github.kagkarlsson.scheduler.",
            "org.axonframework.",
            "org.springframework.transaction.",
            "io.axoniq.",
            "io.grpc.",
            "org.postgresql.");

    private static final Duration ONCE_IN = Duration.ofSeconds(30);

    /** Longer than anything waits for an answer that does not come. */
    private static final Duration AFTERMATH = Duration.ofSeconds(15);

    private final Cache<String, Boolean> said =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(ONCE_IN).build();
    private final StoreAvailability store;
    private volatile long quietUntil = System.nanoTime();

    QuietLibraries(StoreAvailability store) {
        this.store = store;
    }

    @Override
    public void start() {
        super.start();
        store.listen(this);
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.addTurboFilter(this);
        }
    }

    @Override
    public void close() {
        stop();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getTurboFilterList().remove(this);
        }
    }

    @Override
    public void lost() {
        // asked for each line
    }

    @Override
    public void returned() {
        quietUntil = System.nanoTime() + AFTERMATH.toNanos();
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        if (format == null || !level.isGreaterOrEqual(Level.WARN) || !isOfLibrary(logger.getName())) {
            return FilterReply.NEUTRAL;
        }
        boolean quiet = store.isAway() || System.nanoTime() - quietUntil < 0;
        boolean repeated = said.asMap().putIfAbsent(logger.getName() + format, true) != null;
        return quiet || repeated ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private static boolean isOfLibrary(String name) {
        return LIBRARIES.stream().anyMatch(name::startsWith);
    }
}
