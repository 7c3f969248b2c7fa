package io.chatledger.sandbox.whatsapp;

import org.jspecify.annotations.Nullable;

/**
 * What the person at the phone does.
 *
 * @param phoneNumberId the business number written to
 * @param name the customer's profile name
 * @param type {@code text, image, audio, location, button_reply, list_reply} or {@code reaction}
 * @param text of a text message, or an image's caption
 * @param buttonId of a reply
 * @param buttonTitle of a reply
 * @param emoji of a reaction; empty takes it back
 * @param messageId the message replied to; the business's last one where a reply or reaction leaves it out
 * @param secondsAgo how long ago the customer wrote, for what arrives late; null for now
 */
record CustomerMessage(
        @Nullable String phoneNumberId,
        @Nullable String name,
        @Nullable String type,
        @Nullable String text,
        @Nullable String buttonId,
        @Nullable String buttonTitle,
        @Nullable String emoji,
        @Nullable String messageId,
        @Nullable Long secondsAgo) {

    static CustomerMessage text(String phoneNumberId, String name, String text, long secondsAgo) {
        return new CustomerMessage(phoneNumberId, name, "text", text, null, null, null, null, secondsAgo);
    }
}
