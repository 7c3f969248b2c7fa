package io.chatledger.kernel.account;

/** Why a session has ended, named as it is stored. */
@SuppressWarnings("MemberName")
public enum SessionEnd {
    signed_out,
    /** By the account's owner, from another session. */
    ended_elsewhere,
    /** With all others of the account, by its owner. */
    signed_out_everywhere,
    /** A refresh token was used a second time, so somebody else may have it. */
    refresh_token_reused
}
