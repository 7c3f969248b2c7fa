package io.chatledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AggregateCacheTest {

    private final AggregateCache cache = new AggregateCache(100);

    @AfterEach
    void end() {
        while (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().rollback();
        }
    }

    @Test
    void doesNotKeepWhatWasReadBeforeAnotherProcessChangedIt() {
        UnitOfWork<?> command = begin();
        cache.get("a");
        cache.forget("a");
        cache.put("a", "read before");
        command.commit();
        assertThat(cache.containsKey("a")).isFalse();
    }

    @Test
    void keepsWhatWasReadAfterwards() {
        cache.forget("a");
        UnitOfWork<?> command = begin();
        cache.get("a");
        cache.put("a", "read after");
        command.commit();
        assertThat(cache.<String, String>get("a")).isEqualTo("read after");
    }

    @Test
    void keepsTheOthersWhenOneIsForgotten() {
        begin();
        cache.get("b");
        cache.forget("a");
        cache.put("b", "untouched");
        assertThat(cache.containsKey("b")).isTrue();
    }

    @Test
    void doesNotKeepWhatWasReadBeforeEverythingWasForgotten() {
        begin();
        cache.get("a");
        cache.forgetAll();
        cache.put("a", "read before");
        assertThat(cache.containsKey("a")).isFalse();
    }

    private static UnitOfWork<?> begin() {
        return DefaultUnitOfWork.startAndGet(null);
    }
}
