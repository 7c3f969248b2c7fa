package io.chatledger.app.store.postgres;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.message.EventRegistry;
import io.chatledger.projection.rebuild.EventDecoder;
import io.chatledger.projection.rebuild.EventLog;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The history straight from its table. Nothing but what a fold needs is read. */
final class PostgresEventLog implements EventLog {

    private final DataSource dataSource;
    private final EventReader reader;
    private final EventDecoder decoder;
    private final EventRegistry registry = new EventRegistry();

    PostgresEventLog(DataSource dataSource, EventReader reader, EventDecoder decoder) {
        this.dataSource = dataSource;
        this.reader = reader;
        this.decoder = decoder;
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
        return new CopiedPages(dataSource, stretch, names(stretch.families()), decoder);
    }

    private Set<String> names(Set<Class<? extends Event>> families) {
        return registry.all().entrySet().stream()
                .filter(known -> families.stream().anyMatch(family -> family.isAssignableFrom(known.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
