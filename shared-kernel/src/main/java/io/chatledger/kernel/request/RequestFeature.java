package io.chatledger.kernel.request;

import io.chatledger.kernel.feature.Feature;
import io.chatledger.kernel.message.Event;
import java.util.List;

/** Commands that callers may send again. */
public final class RequestFeature implements Feature {

    @Override
    public String name() {
        return "request";
    }

    @Override
    public String about() {
        return "Commands that carried an idempotency key, with the answer that is given again.";
    }

    @Override
    public List<Class<? extends Event>> events() {
        return List.of(RequestEvent.class);
    }
}
