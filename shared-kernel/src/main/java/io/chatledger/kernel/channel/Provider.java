package io.chatledger.kernel.channel;

/** Who connects a channel to WhatsApp, named as callers see it. */
public enum Provider {
    cloud_api,
    twilio,
    gateway
}
