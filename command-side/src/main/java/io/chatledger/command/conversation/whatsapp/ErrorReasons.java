package io.chatledger.command.conversation.whatsapp;

import static java.util.Map.entry;

import io.chatledger.command.conversation.whatsapp.ErrorReason.Kind;
import java.util.Map;

/**
 * The provider's error codes in plain words. After Meta's page of Cloud API error codes (December 2025), and for 131062
 * its page of business-scoped user ids (February 2026).
 */
final class ErrorReasons {

    private static final ErrorReason UNKNOWN = new ErrorReason("provider-error", Kind.PERMANENT);
    private static final ErrorReason NO_PERMISSION = new ErrorReason("api-permission-missing", Kind.AUTH);

    private static final Map<Integer, ErrorReason> BY_CODE = Map.ofEntries(
            of(0, "authentication-failed", Kind.AUTH),
            of(1, "provider-unknown-error", Kind.TRANSIENT),
            of(2, "provider-overloaded", Kind.TRANSIENT),
            of(3, "capability-missing", Kind.AUTH),
            of(4, "app-rate-limit", Kind.THROTTLE),
            of(10, "permission-denied", Kind.AUTH),
            of(33, "number-deleted", Kind.ACCOUNT),
            of(100, "invalid-parameter", Kind.PERMANENT),
            of(190, "access-token-expired", Kind.AUTH),
            of(368, "blocked-for-policy-violation", Kind.POLICY),
            of(80007, "account-rate-limit", Kind.THROTTLE),
            of(130429, "throughput-limit", Kind.THROTTLE),
            of(130472, "recipient-in-experiment", Kind.PERMANENT),
            of(130497, "country-restricted", Kind.POLICY),
            of(131000, "provider-failed", Kind.TRANSIENT),
            of(131005, "access-denied", Kind.AUTH),
            of(131008, "parameter-missing", Kind.PERMANENT),
            of(131009, "parameter-not-valid", Kind.PERMANENT),
            of(131016, "provider-unavailable", Kind.TRANSIENT),
            of(131021, "recipient-is-sender", Kind.PERMANENT),
            of(131026, "undeliverable", Kind.PERMANENT),
            of(131031, "account-locked", Kind.ACCOUNT),
            of(131037, "display-name-not-approved", Kind.ACCOUNT),
            of(131042, "billing-problem", Kind.ACCOUNT),
            of(131045, "registration-certificate-wrong", Kind.ACCOUNT),
            of(131047, "window-closed", Kind.WINDOW),
            of(131048, "spam-limit", Kind.THROTTLE),
            of(131049, "withheld-by-provider", Kind.POLICY),
            of(131050, "marketing-opted-out", Kind.OPT_OUT),
            of(131051, "message-type-unsupported", Kind.PERMANENT),
            of(131052, "customer-media-unavailable", Kind.MEDIA),
            of(131053, "media-not-accepted", Kind.MEDIA),
            of(131055, "method-not-allowed", Kind.PERMANENT),
            of(131056, "recipient-rate-limit", Kind.THROTTLE),
            of(131057, "account-in-maintenance", Kind.TRANSIENT),
            of(131062, "phone-number-needed", Kind.PERMANENT),
            of(132000, "template-parameter-count", Kind.TEMPLATE),
            of(132001, "template-not-found", Kind.TEMPLATE),
            of(132005, "template-text-too-long", Kind.TEMPLATE),
            of(132007, "template-format-refused", Kind.TEMPLATE),
            of(132012, "template-parameter-format", Kind.TEMPLATE),
            of(132015, "template-paused", Kind.TEMPLATE),
            of(132016, "template-disabled", Kind.TEMPLATE),
            of(132068, "flow-blocked", Kind.TEMPLATE),
            of(132069, "flow-throttled", Kind.TEMPLATE),
            of(133000, "deregistration-incomplete", Kind.ACCOUNT),
            of(133004, "provider-temporarily-down", Kind.TRANSIENT),
            of(133005, "pin-wrong", Kind.ACCOUNT),
            of(133006, "number-not-verified", Kind.ACCOUNT),
            of(133008, "pin-guessed-too-often", Kind.ACCOUNT),
            of(133009, "pin-guessed-too-fast", Kind.ACCOUNT),
            of(133010, "number-not-registered", Kind.ACCOUNT),
            of(133015, "registration-too-early", Kind.ACCOUNT),
            of(133016, "registration-rate-limit", Kind.THROTTLE),
            of(134011, "payment-terms-not-accepted", Kind.ACCOUNT),
            of(134100, "marketing-messages-only", Kind.PERMANENT),
            of(134101, "template-still-syncing", Kind.TRANSIENT),
            of(134102, "template-unavailable", Kind.TEMPLATE),
            of(135000, "request-refused", Kind.PERMANENT),
            of(1752041, "duplicate-request", Kind.PERMANENT));

    private ErrorReasons() {}

    /** Never fails: a code not known today is {@code provider-error}. */
    static ErrorReason of(int code) {
        return BY_CODE.getOrDefault(code, code >= 200 && code < 300 ? NO_PERMISSION : UNKNOWN);
    }

    private static Map.Entry<Integer, ErrorReason> of(int code, String reason, Kind kind) {
        return entry(code, new ErrorReason(reason, kind));
    }
}
