package io.chatledger.command;

import io.chatledger.eventstore.NewStreams;
import io.chatledger.kernel.message.Origin;
import io.chatledger.kernel.problem.DomainProblem;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.modelling.command.AggregateNotFoundException;
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
     * @throws DomainProblem if the command is refused, or what it is meant for does not exist
     * @throws ConcurrencyException if others were faster again and again
     * @throws LockAcquisitionFailedException if others were in the way again and again
     */
    public <R> R send(Object command, Origin origin) {
        return send(command, origin, Map.of());
    }

    /** As {@link #send(Object, Origin)}, with more to tell the handling side; none of it goes into events. */
    public <R> R send(Object command, Origin origin, Map<String, Object> attachments) {
        Map<String, Object> metaData = new HashMap<>(origin.toMetaData());
        metaData.putAll(attachments);
        CommandMessage<Object> message = new GenericCommandMessage<>(command, metaData);
        for (int attempt = 1; ; attempt++) {
            try {
                return gateway.sendAndWait(message);
            } catch (AggregateNotFoundException missing) {
                throw DomainProblem.notFound(feature("" + missing.getAggregateIdentifier()));
            } catch (IncompatibleAggregateException another) {
                // The id of a stream of another kind, such as a claim's.
                throw DomainProblem.notFound("thing");
            } catch (ConcurrencyException | LockAcquisitionFailedException conflict) {
                if (attempt == ATTEMPTS) {
                    throw conflict;
                }
                message = message.withMetaData(NewStreams.nothingExpected(message.getMetaData()));
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L << attempt));
            }
        }
    }

    private static String feature(String streamId) {
        String[] parts = streamId.split("/", 3);
        return parts.length == 3 ? parts[1] : "thing";
    }
}
