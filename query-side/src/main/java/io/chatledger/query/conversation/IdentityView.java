package io.chatledger.query.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a provider knows a contact by.
 *
 * @param type {@code phone, bsuid, parent_bsuid, username}
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record IdentityView(String type, String value) {}
