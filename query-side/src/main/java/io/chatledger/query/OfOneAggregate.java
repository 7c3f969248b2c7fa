package io.chatledger.query;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A query that needs only rows which {@link TenantReads#row} finds: as of an earlier time it is answered from their own
 * events, without a view of all that the tenant had then.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OfOneAggregate {}
