package io.chatledger.query.audit;

import io.chatledger.kernel.audit.StoredEvent;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * How the audit shows an event's payload. All payloads that people are shown pass here, and none that is hashed or
 * exported.
 */
@Component
class PayloadText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** As stored, in the revision that it was stored in. */
    JsonNode shown(StoredEvent event) {
        return json(event.payload());
    }

    /** Somebody may have put JSON there that no reader of ours takes: it is shown as text. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException unreadable) {
            return StringNode.valueOf(text);
        }
    }
}
