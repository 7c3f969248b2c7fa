package io.chatledger.eventstore.postgres;

import static io.chatledger.eventstore.Tallies.counted;
import static io.chatledger.eventstore.Tallies.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chatledger.eventstore.OwnDatabase;
import java.sql.SQLException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a command publishes is one append. */
class OneAppendIT {

    private final OwnDatabase database = new OwnDatabase();
    private final StoreNode node = new StoreNode(database, false);
    private final EventStore store = node.store();

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void whatACommandAndTheCommandsInsideItPublishIsOneTransaction() throws SQLException {
        UnitOfWork<?> outer = DefaultUnitOfWork.startAndGet(null);
        store.publish(counted(stream(), 0));
        UnitOfWork<?> inner = DefaultUnitOfWork.startAndGet(null);
        store.publish(counted(stream(), 0));
        inner.commit();
        assertThat(database.column("select position from event_head")).containsExactly("0");
        store.publish(counted(stream(), 0));
        outer.commit();
        assertThat(database.column("select count(distinct xmin::text) || ' ' || count(*) from event"))
                .containsExactly("1 3");
    }

    @Test
    void whatIsPublishedOnlyAtTheCommitIsRefused() throws SQLException {
        UnitOfWork<?> command = DefaultUnitOfWork.startAndGet(null);
        store.publish(counted(stream(), 0));
        command.onPrepareCommit(late -> store.publish(counted(stream(), 0)));
        assertThatThrownBy(command::commit).isInstanceOf(IllegalStateException.class);
        assertThat(database.column("select count(*) from event")).containsExactly("1");
    }

    @Test
    void noProcessorMaySubscribeToTheAppend() {
        assertThatThrownBy(() -> store.subscribe(events -> {})).isInstanceOf(UnsupportedOperationException.class);
    }
}
