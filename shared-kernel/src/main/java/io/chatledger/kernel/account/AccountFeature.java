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
        return "People who may sign in. Their streams belong to the platform, since one person may work in many"
                + " tenants; passwords are kept elsewhere.";
    }

    @Override
    public List<Class<? extends Event>> events() {
        return List.of(AccountEvent.class);
    }
}
