package io.chatledger.kernel.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the payment is that a message asked for, as a provider reported it: {@code statuses[]} with {@code type:
 * payment} (Cloud API, "Payments API", webhooks). It says nothing of the message's own status. Free text of the business
 * and of the payer is not part of it, as nobody knows yet whose it is; the journal has the body.
 *
 * @param status the provider's word: {@code pending}, {@code captured}, {@code failed}, or one not known today
 * @param at the provider's time, of one second resolution
 * @param referenceId the business's own id of the order; null where it came without
 * @param amountValue in units of {@code 1 / amountOffset} of the currency; null where it came without
 * @param amountOffset usually 100; null where it came without
 * @param currency ISO 4217; null where it came without
 * @param transactionId the payment provider's; null where it came without
 * @param transactionType such as {@code upi} or {@code razorpay}; null where it came without
 * @param transactionStatus the payment provider's word; null where it came without
 * @param errorCode why it failed; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentStatus(
        String status,
        Instant at,
        @Nullable String referenceId,
        @Nullable Long amountValue,
        @Nullable Long amountOffset,
        @Nullable String currency,
        @Nullable String transactionId,
        @Nullable String transactionType,
        @Nullable String transactionStatus,
        @Nullable String errorCode) {}
