package io.chatledger.command.webhook;

import io.chatledger.kernel.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a webhook body says, and the tenant it concerns.
 *
 * @param lane parts of one lane are worked through one after the other, in order of arrival; null where order does not
 *     matter and there is no work to wait for
 */
public record DeliveryPart(TenantId tenant, @Nullable String lane, Work work) {

    /** What to do about the part. It may be done again: after a crash, and when the body is processed once more. */
    @FunctionalInterface
    public interface Work {
        PartResult run(JournalledDelivery delivery);
    }

    public static DeliveryPart ignored(TenantId tenant, String reason) {
        return new DeliveryPart(tenant, null, delivery -> new PartResult.Ignored(reason));
    }

    public static DeliveryPart failed(TenantId tenant, String reason) {
        return new DeliveryPart(tenant, null, delivery -> new PartResult.Failed(reason));
    }
}
