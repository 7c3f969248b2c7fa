package io.chatledger.command.conversation;

import static io.chatledger.command.conversation.Talk.ID;

import io.chatledger.command.Aggregates;
import io.chatledger.command.CommandSide;
import io.chatledger.command.WrittenSnapshots;
import io.chatledger.kernel.message.Event;
import java.util.List;
import org.axonframework.config.Configurer;

/** A conversation that nobody remembers: each command reads it again, from its snapshot on if there is one. */
final class ColdTalk implements AutoCloseable {

    static final int NO_SNAPSHOTS = Integer.MAX_VALUE;

    private final Aggregates aggregates = new Aggregates();
    private final WrittenSnapshots snapshots;
    private final CommandSide side;

    /** @param every how many events it takes to the next snapshot */
    ColdTalk(int every) {
        snapshots = new WrittenSnapshots(aggregates);
        side = new CommandSide(snapshots, configurer -> configure(configurer, every));
    }

    <R> R send(Object command) {
        aggregates.forgetAll();
        return side.send(command);
    }

    List<Event> events() {
        return side.events(ID);
    }

    WrittenSnapshots snapshots() {
        return snapshots;
    }

    @Override
    public void close() {
        side.close();
    }

    private void configure(Configurer configurer, int every) {
        configurer
                .configureAggregate(aggregates.snapshotted(
                        Conversation.class,
                        "conversation.Conversation",
                        ConversationConfiguration.SNAPSHOT_REVISION,
                        every))
                .configureAggregate(aggregates.cached(ProviderMessage.class))
                .registerCommandHandler(axon -> new MessageIntake(
                        new Continuations(axon.repository(Conversation.class)),
                        axon.repository(ProviderMessage.class),
                        () -> contact -> contact));
    }
}
