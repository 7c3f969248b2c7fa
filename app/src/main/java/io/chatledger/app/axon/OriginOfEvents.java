package io.chatledger.app.axon;

import io.chatledger.kernel.message.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** Gives events the origin of their command, and says which command it was; nothing else of its metadata. */
final class OriginOfEvents implements CorrelationDataProvider {

    private static final List<String> KEYS = List.of(
            Origin.TENANT,
            Origin.ACTOR_TYPE,
            Origin.ACTOR_ID,
            Origin.CORRELATION_ID,
            Origin.CAUSATION_ID,
            Origin.IDEMPOTENCY_KEY);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> data = new HashMap<>();
        for (String key : KEYS) {
            if (message.getMetaData().get(key) instanceof String value) {
                data.put(key, value);
            }
        }
        data.put("command", message.getPayloadType().getSimpleName());
        data.put("commandId", message.getIdentifier());
        return data;
    }
}
