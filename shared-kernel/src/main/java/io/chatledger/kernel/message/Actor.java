package io.chatledger.kernel.message;

import org.jspecify.annotations.Nullable;

/**
 * Who caused a command.
 *
 * @param id the account, customer, bot or provider; null for the system itself
 */
public record Actor(Type type, @Nullable String id) {

    public static final Actor SYSTEM = new Actor(Type.system, null);

    /** The kinds of actor, named as they are stored. */
    @SuppressWarnings("MemberName")
    public enum Type {
        account,
        customer,
        bot,
        provider,
        system
    }

    public static Actor account(String accountId) {
        return new Actor(Type.account, accountId);
    }

    public static Actor provider(String name) {
        return new Actor(Type.provider, name);
    }
}
