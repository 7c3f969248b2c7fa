package io.chatledger.projection.rebuild;

import io.chatledger.kernel.message.Event;
import io.chatledger.kernel.tenant.TenantId;

/** An event of the log, not decoded yet. */
public interface LoggedEvent {

    long position();

    TenantId tenant();

    /** The same for all events of a stream. */
    int streamHash();

    /** Decodes, in the thread that asks. */
    Event event();
}
