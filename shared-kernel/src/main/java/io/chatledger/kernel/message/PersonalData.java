package io.chatledger.kernel.message;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of an event that says something about a person; no other component may. It is stored under a key of
 * that person, see {@link Event#person()}; where its type has marked components of its own, only those are.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface PersonalData {

    /** What it is kept for: each purpose has a key of its own, which can outlive the others. */
    Purpose purpose() default Purpose.service;

    /** The purposes that personal data is kept for, named as they are stored. */
    enum Purpose {
        /** To serve the customer; ends with the erasure of the person. */
        service,
        /** Because the law asks for the record, as of an invoice; outlives the erasure of the person. */
        fiscal
    }
}
