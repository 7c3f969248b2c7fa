package io.chatledger.command;

import io.chatledger.kernel.message.Origin;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.stereotype.Component;

/** Sends commands with their origin and tries again where another writer was faster. */
@Component
public class Commands {

    private static final int ATTEMPTS = 8;

    private final CommandGateway gateway;

    Commands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * @return what the handler answers
     * @throws io.chatledger.kernel.problem.DomainProblem if the command is refused
     * @throws ConcurrencyException if others were faster again and again
     */
    public <R> R send(Object command, Origin origin) {
        CommandMessage<Object> message = new GenericCommandMessage<>(command, origin.toMetaData());
        for (int attempt = 1; ; attempt++) {
            try {
                return gateway.sendAndWait(message);
            } catch (ConcurrencyException conflict) {
                if (attempt == ATTEMPTS) {
                    throw conflict;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L << attempt));
            }
        }
    }
}
