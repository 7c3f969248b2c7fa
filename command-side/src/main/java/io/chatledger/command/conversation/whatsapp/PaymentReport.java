package io.chatledger.command.conversation.whatsapp;

import io.chatledger.kernel.conversation.PaymentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A status with {@code type: payment}, as the Payments API of the Cloud API reports it. Receipts, notes and addresses
 * are left to the journal: they are free text, and whose they are is not known yet.
 */
record PaymentReport(Json status) {

    PaymentStatus read(String word, Instant at) {
        Json payment = status.get("payment");
        Json amount = payment.get("amount").isObject() ? payment.get("amount") : status.get("amount");
        Json transaction = payment.get("transaction");
        return new PaymentStatus(
                word,
                at,
                Bounded.id(payment.text("reference_id")),
                whole(amount.text("value")),
                whole(amount.text("offset")),
                Bounded.id(payment.text("currency")),
                Bounded.id(transaction.text("id")),
                Bounded.id(transaction.text("type")),
                Bounded.id(transaction.text("status")),
                Bounded.id(transaction.get("error").text("code")));
    }

    private static @Nullable Long whole(@Nullable String number) {
        return number != null && number.matches("[0-9]{1,18}") ? Long.valueOf(number) : null;
    }
}
