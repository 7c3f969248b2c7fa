package io.chatledger.query.panel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a message failed: the provider's code, our reason, and a sentence; each null where unknown. */
public record Failure(
        @Nullable String code,
        @Nullable String reason,
        @Nullable String detail) {

    static Failure of(@Nullable Map<String, Object> error) {
        Loose given = new Loose(error);
        return new Failure(
                given.get("code").text(),
                given.get("reason").text(),
                given.get("detail").text());
    }
}
