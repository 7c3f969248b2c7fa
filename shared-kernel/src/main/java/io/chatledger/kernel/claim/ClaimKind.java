package io.chatledger.kernel.claim;

/**
 * What sort of value is claimed. Both words are part of what finds a claim again, so they stay as they are for ever.
 *
 * @param feature whose streams the claims stand among, such as {@code account}
 * @param name of the value, such as {@code email}; the same value of another kind is another claim
 */
public record ClaimKind(String feature, String name) {}
