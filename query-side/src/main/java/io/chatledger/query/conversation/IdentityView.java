package io.chatledger.query.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a provider knows a contact by.
 *
 * @param type {@code phone, bsuid, parent_bsuid, username, provider_user}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record IdentityView(String type, String value) {}
