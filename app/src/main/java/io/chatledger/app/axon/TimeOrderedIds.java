package io.chatledger.app.axon;

import com.github.f4b6a3.uuid.alt.GUID;
import org.axonframework.common.IdentifierFactory;

/**
 * Ids of messages: UUIDs of version 7, without the cost of secure random numbers, which nobody needs here. Axon finds
 * this class by {@code META-INF/services}.
 */
public final class TimeOrderedIds extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        return GUID.v7().toString();
    }
}
