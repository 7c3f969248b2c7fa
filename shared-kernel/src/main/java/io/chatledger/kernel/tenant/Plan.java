package io.chatledger.kernel.tenant;

/** What a tenant pays for, named as callers see it. */
public enum Plan {
    free,
    starter,
    professional,
    enterprise
}
