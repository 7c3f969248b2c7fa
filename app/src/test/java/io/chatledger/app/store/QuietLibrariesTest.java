package io.chatledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.chatledger.eventstore.StoreAvailability;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class QuietLibrariesTest {

    private static final Logger POOL = (Logger) LoggerFactory.getLogger("com.zaxxer.hikari.pool.QuietLibrariesTest");
    private static final Logger OURS = (Logger) LoggerFactory.getLogger(QuietLibrariesTest.class);

    private final StoreAvailability store = new StoreAvailability();
    private final QuietLibraries quiet = new QuietLibraries(store);
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @BeforeEach
    void start() {
        quiet.start();
        written.start();
        POOL.addAppender(written);
        OURS.addAppender(written);
    }

    @AfterEach
    void end() {
        POOL.detachAppender(written);
        OURS.detachAppender(written);
        quiet.close();
    }

    @Test
    void aLibrarySaysTheSameOnce() {
        for (int n = 0; n < 100; n++) {
            POOL.warn("connection {} is broken", n, new IllegalStateException("lost"));
        }
        POOL.warn("something else");
        assertThat(written.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("connection 0 is broken", "something else");
    }

    @Test
    void noLibraryIsHeardWhileTheStoreIsAwayNorJustAfterwards() {
        store.lose();
        POOL.error("first");
        store.regain();
        POOL.error("second");
        assertThat(written.list).isEmpty();
    }

    @Test
    void whatIsOursIsAlwaysHeard() {
        store.lose();
        OURS.warn("again");
        OURS.warn("again");
        assertThat(written.list).hasSize(2);
    }
}
