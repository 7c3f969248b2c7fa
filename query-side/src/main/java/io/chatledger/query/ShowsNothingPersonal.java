package io.chatledger.query;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** None of these queries shows personal data of customers: no reading of them goes on record. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface ShowsNothingPersonal {}
