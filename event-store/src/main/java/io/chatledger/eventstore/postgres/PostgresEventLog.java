package io.chatledger.eventstore.postgres;

import io.chatledger.eventstore.EventDecoder;
import io.chatledger.eventstore.EventLog;
import io.chatledger.eventstore.EventNames;

/** The history straight from its table. Nothing but what a fold needs is read. */
final class PostgresEventLog implements EventLog {

    private final EventReader reader;
    private final EventDecoder decoder;
    private final EventNames names;

    PostgresEventLog(EventReader reader, EventDecoder decoder, EventNames names) {
        this.reader = reader;
        this.decoder = decoder;
        this.names = names;
    }

    @Override
    public long beginning() {
        return 0;
    }

    @Override
    public long head() {
        return reader.head();
    }

    @Override
    public Pages read(Stretch stretch) {
        return new CopiedPages(reader.dataSource(), stretch, names.of(stretch.families()), decoder);
    }
}
