package io.chatledger.query;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A query that shows personal data of customers: whoever gets its answer goes on record as having read it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ShowsPersonalData.Several.class)
public @interface ShowsPersonalData {

    /** What is shown, by the words of {@link io.chatledger.kernel.audit.AuditEvent.PersonalDataRead#kind()}. */
    String value();

    /** The variable of the path with the id of what is shown; empty where many are shown. */
    String id() default "";

    /** More than one kind. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Several {
        ShowsPersonalData[] value();
    }
}
