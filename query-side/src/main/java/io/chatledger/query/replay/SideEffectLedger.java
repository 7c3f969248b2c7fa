package io.chatledger.query.replay;

import io.chatledger.kernel.tenant.TenantId;
import java.util.List;

/** Every attempt to change something outside. The application supplies it. */
public interface SideEffectLedger {

    /** The oldest first, of those after a position. */
    List<SideEffectView> after(TenantId tenant, long position, int atMost);
}
