package io.chatledger.command.webhook;

import io.chatledger.kernel.tenant.TenantId;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Takes a person out of what a raw body says to one tenant: of lists it removes the elements that name them, such as a
 * message, a status, or a number on somebody else's contact card, and leaves those of others. A tenant's body that names
 * them anywhere else is removed as a whole. What the same body says to other tenants stays.
 */
final class Blackening {

    private static final byte[] NOTHING = new byte[0];
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** A phone number as people write it. */
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9][0-9 ().\\-\u00a0\u2011]{5,30}");

    private static final int TELLING_DIGITS = 4;

    private final TenantId tenant;
    private final Set<String> names;

    /** @param names as they stand in the body, such as the digits of a phone number */
    Blackening(TenantId tenant, Set<String> names) {
        this.tenant = tenant;
        this.names = names;
    }

    /** Whether it may be worth to look closely; where not, the body does not name the person. */
    boolean isConceivable(String body) {
        return names.stream().anyMatch(name -> body.contains(telling(name)));
    }

    /**
     * @param whole whether the tenant has a part in what nobody is said to own
     * @param owners whose a node is, see {@link WebhookSource#owners}
     * @return the body without the person, the same where it does not name them; empty where nothing can be left of it
     */
    byte[] of(byte[] body, boolean whole, Function<JsonNode, Optional<Set<TenantId>>> owners) {
        try {
            JsonNode json = MAPPER.readTree(body);
            JsonNode before = json.deepCopy();
            if (new Walk(owners).names(json, whole)) {
                return NOTHING;
            }
            return json.equals(before) ? body : MAPPER.writeValueAsBytes(json);
        } catch (JacksonException notJson) {
            return whole ? NOTHING : body;
        }
    }

    /** The last digits of a number stand together, however it is written. */
    private static String telling(String name) {
        boolean number = name.length() > TELLING_DIGITS && name.chars().allMatch(Character::isDigit);
        return number ? name.substring(name.length() - TELLING_DIGITS) : name;
    }

    private boolean isOne(String value) {
        return names.contains(value)
                || (WRITTEN.matcher(value).matches() && names.contains(value.replaceAll("[^0-9]", "")));
    }

    private final class Walk {

        private final Function<JsonNode, Optional<Set<TenantId>>> owners;

        private Walk(Function<JsonNode, Optional<Set<TenantId>>> owners) {
            this.owners = owners;
        }

        /** Whether a node names the person other than in an element of a list; such elements are removed on the way. */
        private boolean names(JsonNode node, boolean around) {
            if (node instanceof ArrayNode list) {
                for (Iterator<JsonNode> elements = list.iterator(); elements.hasNext(); ) {
                    if (names(elements.next(), around)) {
                        elements.remove();
                    }
                }
                return false;
            }
            if (node.isObject()) {
                boolean ours = owners.apply(node)
                        .map(theirs -> theirs.contains(tenant))
                        .orElse(around);
                boolean found = false;
                for (JsonNode value : node.values()) {
                    found |= names(value, ours);
                }
                return found;
            }
            return around && node.isValueNode() && isOne(node.asString());
        }
    }
}
