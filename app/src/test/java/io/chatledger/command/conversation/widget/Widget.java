package io.chatledger.command.conversation.widget;

import io.chatledger.kernel.channel.Endpoint;
import io.chatledger.kernel.channel.Provider;
import io.chatledger.kernel.contact.Identity;
import io.chatledger.kernel.contact.IdentityType;

/** What the two directions have in common. */
public final class Widget {

    public static final Provider PROVIDER = new Provider("widget");

    private Widget() {}

    public static Endpoint at(String page) {
        return new Endpoint(PROVIDER, page);
    }

    static Identity visitor(String id) {
        return new Identity(IdentityType.provider_user, PROVIDER + "/" + id);
    }
}
