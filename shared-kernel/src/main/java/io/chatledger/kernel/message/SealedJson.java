package io.chatledger.kernel.message;

import io.chatledger.kernel.message.PersonalData.Purpose;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Opens stored JSON of events, whatever event it is. A sealed component is the array {@code ["sealed", person, base64]},
 * with the purpose as a fourth element unless it is {@code service}. No component that is sealed is an array otherwise.
 */
public final class SealedJson {

    static final String MARK = "sealed";

    /** What stands for personal data of somebody who has been erased. */
    public static final String ERASED = "erased";

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final PersonalDataSeals seals;

    public SealedJson(PersonalDataSeals seals) {
        this.seals = seals;
    }

    /** The same with everything open; what belongs to an erased person becomes {@code {"erased": true}}. */
    public JsonNode opened(JsonNode stored) {
        return opened("", stored);
    }

    private JsonNode opened(String field, JsonNode node) {
        if (isSealed(node)) {
            byte[] data = open(
                    node.get(1).stringValue(),
                    node.size() > 3 ? node.get(3).stringValue() : Purpose.service.name(),
                    field,
                    node.get(2).stringValue());
            return data == null ? JsonNodeFactory.instance.objectNode().put(ERASED, true) : MAPPER.readTree(data);
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(each -> copy.set(each.getKey(), opened(each.getKey(), each.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(each -> copy.add(opened(field, each)));
            return copy;
        }
        return node;
    }

    byte @Nullable [] open(String person, String purpose, String field, String base64) {
        return seals.open(
                person, Purpose.valueOf(purpose), field, Base64.getDecoder().decode(base64));
    }

    private static boolean isSealed(JsonNode node) {
        return node.isArray()
                && (node.size() == 3 || node.size() == 4)
                && node.get(0).isString()
                && node.get(0).stringValue().equals(MARK)
                && node.get(1).isString()
                && node.get(2).isString();
    }
}
