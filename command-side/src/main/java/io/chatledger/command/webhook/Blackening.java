package io.chatledger.command.webhook;

import java.util.Iterator;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Takes a person out of a raw body: of lists it removes the elements that name them, such as a message or a status, and
 * leaves those of others. A body that names them anywhere else is removed as a whole.
 */
final class Blackening {

    private static final byte[] NOTHING = new byte[0];
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Set<String> names;

    /** @param names as they stand in the body, such as the digits of a phone number */
    Blackening(Set<String> names) {
        this.names = names;
    }

    /** @return the body without the person; empty where nothing can be left of it */
    byte[] of(byte[] body) {
        try {
            JsonNode json = MAPPER.readTree(body);
            return names(json) ? NOTHING : MAPPER.writeValueAsBytes(json);
        } catch (JacksonException notJson) {
            return NOTHING;
        }
    }

    /** Whether a node names the person other than in an element of a list; such elements are removed on the way. */
    private boolean names(JsonNode node) {
        if (node instanceof ArrayNode list) {
            for (Iterator<JsonNode> elements = list.iterator(); elements.hasNext(); ) {
                if (names(elements.next())) {
                    elements.remove();
                }
            }
            return false;
        }
        if (node.isObject()) {
            boolean found = false;
            for (JsonNode value : node.values()) {
                found |= names(value);
            }
            return found;
        }
        return node.isValueNode() && names.contains(node.asString());
    }
}
