package io.chatledger.command.account;

/** What somebody who has signed in gets. Times in seconds. */
record Session(String accessToken, String refreshToken, long expiresIn, TenantPart tenant, AccountPart account) {

    record TenantPart(String id, String slug, String name, String plan, String timeZone, String currency) {}

    record AccountPart(String id, String email, String firstName, String lastName, String role) {}

    /** Says nothing of the tokens, wherever it is written. */
    @Override
    public String toString() {
        return "Session[" + account.id() + "]";
    }
}
