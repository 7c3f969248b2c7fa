package io.chatledger.projection;

import io.chatledger.projection.live.LiveFold;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Handles batches as a pooled streaming processor does it. */
public record Batches(LiveFold fold, TransactionManager transactions) {

    /** @param prepare sees the unit of work before it begins */
    public void process(List<TrackedEventMessage<?>> batch, Consumer<UnitOfWork<TrackedEventMessage<?>>> prepare) {
        UnitOfWork<TrackedEventMessage<?>> unit = new BatchingUnitOfWork<>(batch);
        unit.attachTransaction(transactions);
        prepare.accept(unit);
        var result = unit.executeWithResult(() -> {
            fold.handle(unit.getMessage(), Segment.ROOT_SEGMENT);
            return null;
        });
        if (result.isExceptional()) {
            throw (RuntimeException) result.exceptionResult();
        }
    }
}
