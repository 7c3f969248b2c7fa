package io.chatledger.query;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The answers come from rows that are kept up to date in a lane of their own: whoever waits, waits for that one too. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadsLane {

    /** The name that the projection gives it. */
    String value();
}
