package io.chatledger.kernel.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may make a call of the API. It is enforced before anything else of the call is looked at, and described by it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allowed {

    /** The permission that it takes, such as {@code conversations.write}; empty where {@link #to} says who. */
    String value() default "";

    To to() default To.HOLDERS;

    /** Whom a call is for. */
    enum To {
        /** Whose role grants the permission. */
        HOLDERS,
        /** Every member who has signed in, whatever the role. */
        MEMBERS,
        /** Nobody but a provider, by its signature or its secret. */
        PROVIDERS,
        /** Strangers too. */
        EVERYBODY
    }
}
