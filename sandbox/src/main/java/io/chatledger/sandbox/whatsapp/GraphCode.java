package io.chatledger.sandbox.whatsapp;

import java.util.Arrays;

/** Error codes of the Cloud API, as Meta's page of error codes lists them (December 2025). */
enum GraphCode {
    UNKNOWN(1, 400, "API Unknown"),
    SERVICE(2, 503, "API Service"),
    TOO_MANY_CALLS(4, 400, "API Too Many Calls"),
    PERMISSION(10, 403, "Permission Denied"),
    INVALID_PARAMETER(100, 400, "Invalid parameter"),
    TOKEN(190, 401, "Access token has expired"),
    BLOCKED(368, 403, "Temporarily blocked for policies violations"),
    ACCOUNT_RATE(80007, 400, "Rate limit issues"),
    THROUGHPUT(130429, 400, "Rate limit hit"),
    SOMETHING_WENT_WRONG(131000, 500, "Something went wrong"),
    ACCESS_DENIED(131005, 403, "Access denied"),
    MISSING(131008, 400, "Required parameter is missing"),
    NOT_VALID(131009, 400, "Parameter value is not valid"),
    UNAVAILABLE(131016, 500, "Service unavailable"),
    RECIPIENT_IS_SENDER(131021, 400, "Recipient cannot be sender"),
    UNDELIVERABLE(131026, 400, "Message undeliverable"),
    LOCKED(131031, 403, "Account has been locked"),
    PAYMENT(131042, 400, "Business eligibility payment issue"),
    RE_ENGAGEMENT(131047, 400, "Re-engagement message"),
    SPAM(131048, 400, "Spam rate limit hit"),
    UNSUPPORTED_TYPE(131051, 400, "Unsupported message type"),
    PAIR_RATE(131056, 400, "(Business Account, Consumer Account) pair rate limit hit"),
    MAINTENANCE(131057, 500, "Account in maintenance mode"),
    NO_TEMPLATE(132001, 404, "Template name does not exist in the translation"),
    NOT_REGISTERED(133010, 400, "Phone number not registered");

    private final int code;
    private final int status;
    private final String title;

    GraphCode(int code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    static GraphCode of(int code) {
        return Arrays.stream(values())
                .filter(known -> known.code == code)
                .findFirst()
                .orElse(UNKNOWN);
    }

    int code() {
        return code;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }
}
