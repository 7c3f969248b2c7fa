package io.chatledger.sandbox.whatsapp;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON bytes as Meta puts them on the wire: ASCII only, lower-case escapes, escaped slashes. */
final class WebhookJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII, JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .build();

    private WebhookJson() {}

    static byte[] bytes(Object payload) {
        return MAPPER.writeValueAsBytes(payload);
    }
}
