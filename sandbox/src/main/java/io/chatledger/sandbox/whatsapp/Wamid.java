package io.chatledger.sandbox.whatsapp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** Message ids that look like WhatsApp's. */
final class Wamid {

    private Wamid() {}

    static String next() {
        String unique = "SANDBOX" + UUID.randomUUID();
        return "wamid." + Base64.getEncoder().encodeToString(unique.getBytes(StandardCharsets.US_ASCII));
    }
}
