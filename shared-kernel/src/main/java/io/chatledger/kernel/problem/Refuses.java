package io.chatledger.kernel.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The problems of its own with which a call may be answered; those that hold for all calls of its kind are not named.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Refuses {

    /** Codes such as {@code window-closed}; with the status before it where a code has several: {@code 410 person-erased}. */
    String[] value();
}
