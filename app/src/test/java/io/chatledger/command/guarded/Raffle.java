package io.chatledger.command.guarded;

import io.chatledger.command.Commands;
import io.chatledger.kernel.guarded.Draw;
import io.chatledger.kernel.message.Origin;
import org.axonframework.commandhandling.CommandHandler;

/** An aggregate without an identifier that has something handed to it with which it acts. */
final class Raffle {

    @CommandHandler
    void handle(Draw command, Commands commands, Origin origin) {
        commands.send(command, origin);
    }
}
