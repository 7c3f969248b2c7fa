package io.chatledger.query;

import io.chatledger.kernel.tenant.TenantId;
import java.util.List;

/**
 * What of a feature belongs to a person, for the file that is handed over to them. A bean in the feature's package is
 * found by its type; its {@link org.springframework.core.annotation.Order} says where in the file it stands.
 */
public interface PersonExportPart {

    /** The field of the file that holds it. */
    String name();

    /** The template whose fragment {@code part(data, when)} shows it on the page. */
    String template();

    /**
     * All there is of a person, as JSON can say it; what can be long is a {@link LongList}.
     *
     * @param contacts the ids of all contacts that are this person
     */
    Object of(TenantId tenant, List<String> contacts);
}
