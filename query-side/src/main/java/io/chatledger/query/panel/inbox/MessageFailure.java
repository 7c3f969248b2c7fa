package io.chatledger.query.panel.inbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a message failed: the provider's code, our reason, and a sentence; each null where unknown. */
public record MessageFailure(
        @Nullable String code,
        @Nullable String reason,
        @Nullable String detail) {

    static MessageFailure of(@Nullable Map<String, Object> error) {
        ProviderValue given = new ProviderValue(error);
        return new MessageFailure(
                given.get("code").text(),
                given.get("reason").text(),
                given.get("detail").text());
    }
}
