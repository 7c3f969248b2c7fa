package io.chatledger.kernel.message;

import io.chatledger.kernel.tenant.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a command comes from. It travels as metadata with the command and with every event the command causes.
 *
 * @param correlationId shared by everything that one outside request set off
 * @param causationId the message that directly caused this one; null at the edge
 * @param idempotencyKey what the caller's key is known by: a keyed hash, as callers put anything into it, a customer's number
 *     too; null where there was none. Events of before it was hashed have the key itself
 */
public record Origin(
        TenantId tenant,
        Actor actor,
        String correlationId,
        @Nullable String causationId,
        @Nullable String idempotencyKey) {

    public static final String TENANT = "tenant";
    public static final String ACTOR_TYPE = "actorType";
    public static final String ACTOR_ID = "actorId";
    public static final String CORRELATION_ID = "correlationId";
    public static final String CAUSATION_ID = "causationId";
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";

    /** An origin of its own, for a request that arrives at the edge. */
    public static Origin of(TenantId tenant, Actor actor) {
        return new Origin(tenant, actor, UUID.randomUUID().toString(), null, null);
    }

    public Origin correlatedWith(String correlation) {
        return new Origin(tenant, actor, correlation, causationId, idempotencyKey);
    }

    public Origin causedBy(String causation) {
        return new Origin(tenant, actor, correlationId, causation, idempotencyKey);
    }

    public Origin withIdempotencyKey(@Nullable String key) {
        return new Origin(tenant, actor, correlationId, causationId, key);
    }

    /** Reads the origin back from the metadata of a stored event. */
    public static Origin from(Map<String, ?> metaData) {
        return new Origin(
                new TenantId(text(metaData, TENANT, TenantId.PLATFORM.value())),
                new Actor(Actor.Type.valueOf(text(metaData, ACTOR_TYPE, "system")), (String) metaData.get(ACTOR_ID)),
                text(metaData, CORRELATION_ID, ""),
                (String) metaData.get(CAUSATION_ID),
                (String) metaData.get(IDEMPOTENCY_KEY));
    }

    public Map<String, Object> toMetaData() {
        Map<String, Object> data = new HashMap<>();
        data.put(TENANT, tenant.value());
        data.put(ACTOR_TYPE, actor.type().name());
        data.put(CORRELATION_ID, correlationId);
        if (actor.id() != null) {
            data.put(ACTOR_ID, actor.id());
        }
        if (causationId != null) {
            data.put(CAUSATION_ID, causationId);
        }
        if (idempotencyKey != null) {
            data.put(IDEMPOTENCY_KEY, idempotencyKey);
        }
        return data;
    }

    private static String text(Map<String, ?> metaData, String key, String absent) {
        return metaData.get(key) instanceof String value ? value : absent;
    }
}
