package io.chatledger.kernel.account;

import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.message.Event;
import java.util.List;

/** People who sign in. */
public final class AccountFeature implements Feature {

    @Override
    public String name() {
        return "account";
    }

    @Override
    public String about() {
        return "People who may sign in, and their sessions. Their streams belong to the platform, since one person may work"
                + " in many tenants, those of sessions to the tenant; passwords are kept elsewhere.";
    }

    @Override
    public List<Class<? extends Event>> events() {
        return List.of(AccountEvent.class, SessionEvent.class);
    }
}
