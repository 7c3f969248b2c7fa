package io.chatledger.query.audit;

import io.chatledger.eventstore.chain.StoredEvent;
import io.chatledger.kernel.message.SealedJson;
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

    private final SealedJson seals;

    PayloadText(SealedJson seals) {
        this.seals = seals;
    }

    /** In the revision that it was stored in, with personal data open unless its person has been erased. */
    JsonNode shown(StoredEvent event) {
        JsonNode stored = json(event.payload());
        try {
            return seals.opened(stored);
        } catch (IllegalStateException | IllegalArgumentException changed) {
            // Not as we wrote it: the chain says so too, and the auditor should see what is there.
            return stored;
        }
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
