package io.chatledger.projection.replay;

import io.chatledger.projection.Folding;
import io.chatledger.projection.Projection;
import io.chatledger.projection.Projections;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries out one rebuild. */
final class RebuildSteps {

    private static final int BATCH = 5_000;

    private final History history;
    private final StoredPositions positions;
    private final ProjectionProcessors processors;
    private final DSLContext dsl;
    private final DSLContext shadows;
    private final TransactionTemplate transactions;

    RebuildSteps(History history, ProjectionProcessors processors, DSLContext dsl, TransactionTemplate transactions) {
        this.history = history;
        this.positions = new StoredPositions(dsl);
        this.processors = processors;
        this.dsl = dsl;
        this.shadows = ShadowTable.context(dsl);
        this.transactions = transactions;
    }

    void run(Projection<?, ?> projection, Rebuild.Progress progress) {
        try (RebuildLock _ = RebuildLock.take(dsl, projection.name());
                History.Reading reading = history.read(projection.events())) {
            ShadowTable shadow = new ShadowTable(projection, dsl);
            shadow.create();
            Run run = new Run(Projections.PROCESSOR, new Folding<>(projection, shadows), reading, progress);
            run.catchUp();
            run.takePlace(shadow);
            shadow.drop();
        }
    }

    private final class Run {
        private final String processor;
        private final Folding<?, ?> folding;
        private final History.Reading reading;
        private final Rebuild.Progress progress;

        Run(String processor, Folding<?, ?> folding, History.Reading reading, Rebuild.Progress progress) {
            this.processor = processor;
            this.folding = folding;
            this.reading = reading;
            this.progress = progress;
        }

        /** With the processor at work, until little is left. */
        void catchUp() {
            long end = positions.of(processor);
            do {
                foldTo(end);
                end = positions.of(processor);
            } while (end - reading.position() > BATCH);
        }

        /** The processor stands still only for the last few events and the exchange of the rows. */
        void takePlace(ShadowTable shadow) {
            try {
                processors.stop(processor);
                transactions.executeWithoutResult(status -> {
                    long end = positions.hold(processor);
                    foldExactlyTo(end);
                    shadow.replaceView();
                });
            } finally {
                processors.start(processor);
            }
        }

        /** Rows that are ahead of the processor would take its next events twice. */
        private void foldExactlyTo(long end) {
            if (reading.countTo(end) < reading.countTo(reading.position())) {
                throw new IllegalStateException("the processor was set back during the rebuild");
            }
            foldTo(end);
        }

        private void foldTo(long end) {
            progress.expecting(reading.countTo(end));
            while (reading.position() < end) {
                History.Batch batch = reading.next(end, BATCH);
                transactions.executeWithoutResult(status -> folding.apply(batch.facts()));
                progress.advanced(batch.count());
            }
        }
    }
}
