package io.chatledger.eventstore.axonserver;

import io.axoniq.axonserver.connector.admin.AdminChannel;
import io.axoniq.axonserver.grpc.admin.ContextOverview;
import io.grpc.Status;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;

/**
 * Whether Axon Server has the context that it is asked for. Its free edition has {@code default} alone, does not look at
 * what it is asked for, and would put the events of everybody into it.
 */
final class Contexts {

    private static final String OF_EVERY_SERVER = "default";

    private Contexts() {}

    /**
     * Does nothing where it may not ask, as a server that keeps such things apart says no by itself.
     *
     * @throws NoAxonServerException if the server has no such context
     */
    static void verify(AxonServerConnectionManager connections, AxonServerSettings settings) {
        if (settings.context().equals(OF_EVERY_SERVER)) {
            return;
        }
        try {
            List<ContextOverview> contexts = connections
                    .getConnection(AdminChannel.CHANNEL_CONTEXT)
                    .adminChannel()
                    .getAllContexts()
                    .orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            if (contexts.stream().noneMatch(one -> one.getName().equals(settings.context()))) {
                throw missing(settings, "make it in its dashboard");
            }
        } catch (CompletionException failure) {
            if (Status.fromThrowable(failure).getCode() == Status.Code.UNIMPLEMENTED) {
                throw missing(settings, "this edition has " + OF_EVERY_SERVER + " alone");
            }
        } finally {
            connections.disconnect(AdminChannel.CHANNEL_CONTEXT);
        }
    }

    private static NoAxonServerException missing(AxonServerSettings settings, String advice) {
        return new NoAxonServerException("Axon Server at " + settings.servers() + " has no context "
                + settings.context() + ": ask for another one, or " + advice + ".");
    }
}
