package io.chatledger.command.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody who has signed in gets. Times in seconds. */
record Session(String accessToken, String refreshToken, long expiresIn, TenantPart tenant, AccountPart account) {

    record TenantPart(String id, String slug, String name, String plan, String timeZone, String currency) {}

    record AccountPart(
            String id,
            String email,
            String firstName,
            String lastName,
            @JsonProperty("role") String role) {}
}
