package io.chatledger.kernel.channel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Who connects a channel to its customers. A name and no list: a provider comes with its adapter, and nobody else has to
 * hear of it.
 *
 * @param name as callers see it and as events keep it, so it never changes: small letters, digits and underscores
 */
public record Provider(@JsonValue String name) {

    /** Before the constants, which are checked by it. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,31}");

    /** WhatsApp, by Meta itself. */
    public static final Provider CLOUD_API = new Provider("cloud_api");

    /** WhatsApp's business platform, by Twilio. */
    public static final Provider TWILIO = new Provider("twilio");

    /** An ordinary telephone's WhatsApp. */
    public static final Provider GATEWAY = new Provider("gateway");

    /** @throws IllegalArgumentException if it cannot be a name */
    @JsonCreator
    public Provider {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name of a provider");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
