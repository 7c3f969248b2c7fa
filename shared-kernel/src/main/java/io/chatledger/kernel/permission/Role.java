package io.chatledger.kernel.permission;

/**
 * The roles that every tenant has, named as callers see them. What each may do is no matter of theirs: a feature says of
 * each of its permissions which roles have it.
 */
public enum Role {
    /** Runs the installation. */
    super_admin,
    owner,
    admin,
    agent,
    auditor
}
